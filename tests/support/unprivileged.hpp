#pragma once

#include <linux/capability.h>
#include <linux/securebits.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>

namespace twinning::support {

/// As long as it lives, permissions of files hold for root too, in this thread and in the programs that it starts.
class Unprivileged {
 public:
  Unprivileged() {
    if (::geteuid() != 0) return;
    ::syscall(SYS_capget, &header_, before_.data());
    auto without = before_;
    without[0].effective &= ~((1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH));
    ::syscall(SYS_capset, &header_, without.data());
    bits_ = ::prctl(PR_GET_SECUREBITS);
    ::prctl(PR_SET_SECUREBITS, static_cast<unsigned long>(bits_) | SECBIT_NOROOT);
  }
  ~Unprivileged() {
    if (::geteuid() != 0) return;
    ::prctl(PR_SET_SECUREBITS, static_cast<unsigned long>(bits_));
    ::syscall(SYS_capset, &header_, before_.data());
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

 private:
  __user_cap_header_struct header_{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  std::array<__user_cap_data_struct, 2> before_{};
  int bits_ = 0;
};

}  // namespace twinning::support
