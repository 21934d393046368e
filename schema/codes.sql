-- The durable part's first codes. Every list is open: add to it with an INSERT.

INSERT INTO metadata (key, value) VALUES
  ('layout', '1'),
  ('documentation', 'SELECT * FROM readme');

INSERT INTO city_kind (code, broader, definition) VALUES
  ('municipality', NULL, 'A local authority with a council of its own: city, town, commune'),
  ('settlement', NULL, 'A named place without a council of its own; someone else signs for it'),
  ('district', NULL, 'A part of a municipality: borough, ward'),
  ('county', NULL, 'A tier between municipality and region: county, Landkreis, powiat, département'),
  ('region', NULL, 'A tier below the state: region, Land, prefecture, oblast'),
  ('state', NULL, 'A country'),
  ('facility', NULL, 'A port, an airport, a park, a theme park'),
  ('natural_feature', NULL, 'A mountain, a river, a lake'),
  ('organisation', NULL, 'A diocese, a school, an association, a company'),
  ('network', NULL, 'A body whose members are parties themselves'),
  ('other', NULL, 'Anything else');

INSERT INTO name_kind (code, broader, definition) VALUES
  ('official', NULL, 'The name in law'),
  ('endonym', NULL, 'A name in the language of the place'),
  ('exonym', NULL, 'A name in another language'),
  ('former', NULL, 'An official name that is no longer in use'),
  ('nickname', NULL, 'An affectionate or mocking name'),
  ('alternative', NULL, 'Any other name or spelling');

INSERT INTO identifier_scheme (code, broader, definition) VALUES
  ('wikidata', NULL, 'Wikidata item: Q6225'),
  ('geonames', NULL, 'GeoNames number'),
  ('unlocode', NULL, 'UN/LOCODE: GB CVT'),
  ('openstreetmap', NULL, 'OpenStreetMap element: relation/172987'),
  ('iso_3166_2', NULL, 'ISO 3166-2 subdivision: GB-COV'),
  ('lau', NULL, 'Local administrative unit of the European Union'),
  ('national', NULL, 'A code of the country''s own, such as INSEE or AGS'),
  ('register', NULL, 'The key in the register that the row was imported from');

INSERT INTO succession_kind (code, broader, definition, carries) VALUES
  ('merged', NULL, 'Several parties became a new one', 1),
  ('absorbed', NULL, 'One party was taken into another, which went on', 1),
  ('split', NULL, 'One party became several, and ceased', 1),
  ('replaced', NULL, 'A party was abolished and another took its place', 1),
  ('separated', NULL, 'A part of a party became one of its own; the party went on', 0);

INSERT INTO policy (code, broader, definition) VALUES
  ('no_bonds', NULL, 'Enters into no bonds, on principle'),
  ('ended_all', NULL, 'Decided to end all its bonds'),
  ('limited_number', NULL, 'Allows itself a fixed number of bonds'),
  ('limited_agreements', NULL, 'Signs only agreements with a term or a subject');

INSERT INTO bond_kind (code, broader, definition) VALUES
  ('twinning', NULL, 'Formal, without limit of time or subject: town twinning, sister city, jumelage, Partnerschaft'),
  ('friendship', NULL, 'On an agreement with a term or a subject, often a trial before a twinning'),
  ('project', NULL, 'An undertaking with a term and a subject'),
  ('contact', NULL, 'Without a formal basis'),
  ('cooperation', NULL, 'A cooperation agreement between authorities that do not call it twinning'),
  ('solidarity', NULL, 'A partnership in an emergency'),
  ('patronage', NULL, 'One side adopts the other'),
  ('ring', NULL, 'Three or more, each bound to every other'),
  ('charter_network', NULL, 'An association under a charter, which members join and leave'),
  ('novelty', NULL, 'For publicity or humour'),
  ('unspecified', NULL, 'The source says no more than twinned');

INSERT INTO event_kind (code, broader, definition, effect, begins, observes) VALUES
  ('proposed', NULL, 'A party, or somebody else, proposed the bond', 'proposed', 1, 0),
  ('formed', NULL, 'The bond came into force: signed, declared, agreed', 'active', 1, 0),
  ('listed', NULL, 'A source shows the bond in force on that day and says nothing of its start', 'active', 1, 1),
  ('renewed', NULL, 'The same bond was confirmed or signed again', 'active', 0, 0),
  ('resumed', NULL, 'A party, or all of them, lifted a suspension', 'active', 0, 0),
  ('suspended', NULL, 'A party, or all of them, paused the bond', 'suspended', 0, 0),
  ('lapsed', NULL, 'The bond was declared asleep, without an end', 'dormant', 0, 0),
  ('cut', NULL, 'A party, or all of them, ended the bond', 'ended', 0, 0),
  ('expired', NULL, 'The agreement ran out and was not renewed', 'ended', 0, 0),
  ('joined', NULL, 'A party became a member of a bond of many', 'membership', 1, 0),
  ('left', NULL, 'A party ceased to be a member, by its own will or not', 'membership', 0, 0),
  ('contested', NULL, 'A party objected to what another did, such as its ending of the bond', 'none', 0, 0),
  ('delisted', NULL, 'A party''s list no longer shows the bond', 'none', 0, 0),
  ('exchanged', NULL, 'A visit, a gift, a message, a project', 'none', 0, 0),
  ('retracted', NULL, 'The act that it corrects never was, or does not belong here', 'retraction', 0, 0);

INSERT INTO reason (code, broader, definition) VALUES
  ('unknown', NULL, 'A source says that nobody knows or remembers; where nothing is recorded, leave the reason NULL'),
  ('wartime_solidarity', NULL, 'Sympathy and help between towns that suffered in a war'),
  ('reconciliation', NULL, 'Between former enemies'),
  ('shared_suffering', NULL, 'The same disaster or crime befell both'),
  ('peace', NULL, 'Citizens'' diplomacy for peace and understanding'),
  ('european_integration', NULL, 'To bring the peoples of Europe together'),
  ('ideology', NULL, 'Within or towards a political bloc'),
  ('shared_name', NULL, 'The places have the same name, or names that go together'),
  ('shared_history', NULL, 'A person, an event or a past in common'),
  ('migration', NULL, 'People of one place live in the other'),
  ('religion', NULL, 'A church, a saint, a pilgrimage'),
  ('similar_profile', NULL, 'Alike in size, industry or situation'),
  ('trade', NULL, 'Business and tourism'),
  ('education', NULL, 'Schools, universities, youth'),
  ('development_aid', NULL, 'Help for a poorer partner'),
  ('disaster_relief', NULL, 'Help after a disaster'),
  ('third_party_proposal', NULL, 'Somebody else brought the parties together'),
  ('state_visit', NULL, 'Signed on the occasion of a visit of state'),
  ('publicity', NULL, 'A competition or a campaign'),
  ('humour', NULL, 'For fun'),
  ('personal_initiative', NULL, 'One person''s doing'),
  ('political', NULL, 'A protest or a quarrel over politics'),
  ('war', 'political', 'Protest against an attack by the partner''s state'),
  ('human_rights', 'political', 'Protest against violations of rights'),
  ('lgbt_rights', 'human_rights', 'Protest against laws or declarations against homosexual and transgender people'),
  ('historical_memory', 'political', 'A monument, a denial, a dispute about the past'),
  ('sovereignty', 'political', 'Recognition of a state, or a clause about it'),
  ('retaliation', 'political', 'An answer to an act of the partner'),
  ('national_order', 'political', 'A national government ended or paused it'),
  ('local_politics', 'political', 'A new mayor or majority'),
  ('practical', NULL, 'No quarrel: it no longer worked or paid'),
  ('cost', 'practical', 'To save money'),
  ('inactivity', 'practical', 'Little or nothing was exchanged'),
  ('partner_unresponsive', 'practical', 'The other side did not answer'),
  ('loss_of_relevance', 'practical', 'Interest was lost'),
  ('term_expired', 'practical', 'The agreed term ran out'),
  ('municipal_reform', 'practical', 'A party was merged, split or abolished'),
  ('policy', 'practical', 'A decision on all bonds at once');

INSERT INTO keepsake_kind (code, broader, definition) VALUES
  ('gift', NULL, 'A thing that one party gave to the other'),
  ('monument', NULL, 'A monument, a garden, a memorial'),
  ('place_name', NULL, 'A street, a square or a bridge named for the twin'),
  ('sign', NULL, 'A road sign or a plaque that names the twin'),
  ('privilege', NULL, 'Something that the people of one place may do or have in the other'),
  ('other', NULL, 'Anything else');
