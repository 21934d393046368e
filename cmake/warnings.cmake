# The warnings of our own targets. A function, not global flags: a guest changes nothing for its host.
function(twinning_use_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion)
  set_target_properties(${target} PROPERTIES COMPILE_WARNING_AS_ERROR ${TWINNING_WERROR})
endfunction()
