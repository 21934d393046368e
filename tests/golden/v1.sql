PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE metadata (
  -- What the file says of itself, for people: layout, documentation.
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO metadata VALUES('documentation','SELECT * FROM readme');
INSERT INTO metadata VALUES('layout','1');
CREATE TABLE edtf_date (
  -- Every date in the file, once: its EDTF text and the first and last day that it allows. Rows come by themselves
  -- when a date is used; the other tables refer to them. The forms are in schema/README.md, "Dates".
  date     TEXT NOT NULL PRIMARY KEY,  -- as the source has it: 1944, 1944-06-06, 194X, 1944?, [1941,1944], 1998/..
  earliest TEXT,                       -- YYYY-MM-DD; NULL: no lower bound. Filled in by the file.
  latest   TEXT                        -- YYYY-MM-DD; NULL: no upper bound. Filled in by the file.
) STRICT, WITHOUT ROWID;
INSERT INTO edtf_date VALUES('1043~','1043-01-01','1043-12-31');
INSERT INTO edtf_date VALUES('1589/1925','1589-01-01','1925-12-31');
INSERT INTO edtf_date VALUES('1790-XX','1790-01-01','1790-12-31');
INSERT INTO edtf_date VALUES('1922-12-30','1922-12-30','1922-12-30');
INSERT INTO edtf_date VALUES('1925-04-10','1925-04-10','1925-04-10');
INSERT INTO edtf_date VALUES('1943','1943-01-01','1943-12-31');
INSERT INTO edtf_date VALUES('1943-12','1943-12-01','1943-12-31');
INSERT INTO edtf_date VALUES('1944-06-06?','1944-06-06','1944-06-06');
INSERT INTO edtf_date VALUES('1944-07','1944-07-01','1944-07-31');
INSERT INTO edtf_date VALUES('1961-11-10','1961-11-10','1961-11-10');
INSERT INTO edtf_date VALUES('1970-21','1970-01-01','1970-12-31');
INSERT INTO edtf_date VALUES('197X','1970-01-01','1979-12-31');
INSERT INTO edtf_date VALUES('198X','1980-01-01','1989-12-31');
INSERT INTO edtf_date VALUES('1991-12-26','1991-12-26','1991-12-26');
INSERT INTO edtf_date VALUES('200X','2000-01-01','2009-12-31');
INSERT INTO edtf_date VALUES('2022-03-21','2022-03-21','2022-03-21');
INSERT INTO edtf_date VALUES('2022-03-22','2022-03-22','2022-03-22');
INSERT INTO edtf_date VALUES('2026-06-14','2026-06-14','2026-06-14');
INSERT INTO edtf_date VALUES('[1941,1944]','1941-01-01','1944-12-31');
CREATE TABLE country (
  -- ISO 3166-1 alpha-2 codes, those of withdrawn countries (SU, YU, DD, CS) too.
  code      TEXT NOT NULL PRIMARY KEY CONSTRAINT country_code_form
            CHECK (code GLOB '[A-Z][A-Z]' AND length(CAST(code AS BLOB)) = 2),
  name      TEXT NOT NULL,                        -- its short name in English
  withdrawn INTEGER NOT NULL DEFAULT 0            -- 1: ISO has withdrawn the code, with the country
            CONSTRAINT country_withdrawn_flag CHECK (withdrawn IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO country VALUES('AD','Andorra',0);
INSERT INTO country VALUES('AE','United Arab Emirates',0);
INSERT INTO country VALUES('AF','Afghanistan',0);
INSERT INTO country VALUES('AG','Antigua and Barbuda',0);
INSERT INTO country VALUES('AI','Anguilla',0);
INSERT INTO country VALUES('AL','Albania',0);
INSERT INTO country VALUES('AM','Armenia',0);
INSERT INTO country VALUES('AN','Netherlands Antilles',1);
INSERT INTO country VALUES('AO','Angola',0);
INSERT INTO country VALUES('AQ','Antarctica',0);
INSERT INTO country VALUES('AR','Argentina',0);
INSERT INTO country VALUES('AS','American Samoa',0);
INSERT INTO country VALUES('AT','Austria',0);
INSERT INTO country VALUES('AU','Australia',0);
INSERT INTO country VALUES('AW','Aruba',0);
INSERT INTO country VALUES('AX','Åland Islands',0);
INSERT INTO country VALUES('AZ','Azerbaijan',0);
INSERT INTO country VALUES('BA','Bosnia and Herzegovina',0);
INSERT INTO country VALUES('BB','Barbados',0);
INSERT INTO country VALUES('BD','Bangladesh',0);
INSERT INTO country VALUES('BE','Belgium',0);
INSERT INTO country VALUES('BF','Burkina Faso',0);
INSERT INTO country VALUES('BG','Bulgaria',0);
INSERT INTO country VALUES('BH','Bahrain',0);
INSERT INTO country VALUES('BI','Burundi',0);
INSERT INTO country VALUES('BJ','Benin',0);
INSERT INTO country VALUES('BL','Saint Barthélemy',0);
INSERT INTO country VALUES('BM','Bermuda',0);
INSERT INTO country VALUES('BN','Brunei',0);
INSERT INTO country VALUES('BO','Bolivia',0);
INSERT INTO country VALUES('BQ','Bonaire, Sint Eustatius and Saba',0);
INSERT INTO country VALUES('BR','Brazil',0);
INSERT INTO country VALUES('BS','Bahamas',0);
INSERT INTO country VALUES('BT','Bhutan',0);
INSERT INTO country VALUES('BU','Burma',1);
INSERT INTO country VALUES('BV','Bouvet Island',0);
INSERT INTO country VALUES('BW','Botswana',0);
INSERT INTO country VALUES('BY','Belarus',0);
INSERT INTO country VALUES('BZ','Belize',0);
INSERT INTO country VALUES('CA','Canada',0);
INSERT INTO country VALUES('CC','Cocos (Keeling) Islands',0);
INSERT INTO country VALUES('CD','Democratic Republic of the Congo',0);
INSERT INTO country VALUES('CF','Central African Republic',0);
INSERT INTO country VALUES('CG','Republic of the Congo',0);
INSERT INTO country VALUES('CH','Switzerland',0);
INSERT INTO country VALUES('CI','Côte d''Ivoire',0);
INSERT INTO country VALUES('CK','Cook Islands',0);
INSERT INTO country VALUES('CL','Chile',0);
INSERT INTO country VALUES('CM','Cameroon',0);
INSERT INTO country VALUES('CN','China',0);
INSERT INTO country VALUES('CO','Colombia',0);
INSERT INTO country VALUES('CR','Costa Rica',0);
INSERT INTO country VALUES('CS','Czechoslovakia; later Serbia and Montenegro',1);
INSERT INTO country VALUES('CT','Canton and Enderbury Islands',1);
INSERT INTO country VALUES('CU','Cuba',0);
INSERT INTO country VALUES('CV','Cabo Verde',0);
INSERT INTO country VALUES('CW','Curaçao',0);
INSERT INTO country VALUES('CX','Christmas Island',0);
INSERT INTO country VALUES('CY','Cyprus',0);
INSERT INTO country VALUES('CZ','Czech Republic',0);
INSERT INTO country VALUES('DD','East Germany',1);
INSERT INTO country VALUES('DE','Germany',0);
INSERT INTO country VALUES('DJ','Djibouti',0);
INSERT INTO country VALUES('DK','Denmark',0);
INSERT INTO country VALUES('DM','Dominica',0);
INSERT INTO country VALUES('DO','Dominican Republic',0);
INSERT INTO country VALUES('DY','Dahomey',1);
INSERT INTO country VALUES('DZ','Algeria',0);
INSERT INTO country VALUES('EC','Ecuador',0);
INSERT INTO country VALUES('EE','Estonia',0);
INSERT INTO country VALUES('EG','Egypt',0);
INSERT INTO country VALUES('EH','Western Sahara',0);
INSERT INTO country VALUES('ER','Eritrea',0);
INSERT INTO country VALUES('ES','Spain',0);
INSERT INTO country VALUES('ET','Ethiopia',0);
INSERT INTO country VALUES('FI','Finland',0);
INSERT INTO country VALUES('FJ','Fiji',0);
INSERT INTO country VALUES('FK','Falkland Islands',0);
INSERT INTO country VALUES('FM','Micronesia',0);
INSERT INTO country VALUES('FO','Faroe Islands',0);
INSERT INTO country VALUES('FQ','French Southern and Antarctic Territories',1);
INSERT INTO country VALUES('FR','France',0);
INSERT INTO country VALUES('FX','Metropolitan France',1);
INSERT INTO country VALUES('GA','Gabon',0);
INSERT INTO country VALUES('GB','United Kingdom',0);
INSERT INTO country VALUES('GD','Grenada',0);
INSERT INTO country VALUES('GE','Georgia',0);
INSERT INTO country VALUES('GF','French Guiana',0);
INSERT INTO country VALUES('GG','Guernsey',0);
INSERT INTO country VALUES('GH','Ghana',0);
INSERT INTO country VALUES('GI','Gibraltar',0);
INSERT INTO country VALUES('GL','Greenland',0);
INSERT INTO country VALUES('GM','Gambia',0);
INSERT INTO country VALUES('GN','Guinea',0);
INSERT INTO country VALUES('GP','Guadeloupe',0);
INSERT INTO country VALUES('GQ','Equatorial Guinea',0);
INSERT INTO country VALUES('GR','Greece',0);
INSERT INTO country VALUES('GS','South Georgia and the South Sandwich Islands',0);
INSERT INTO country VALUES('GT','Guatemala',0);
INSERT INTO country VALUES('GU','Guam',0);
INSERT INTO country VALUES('GW','Guinea-Bissau',0);
INSERT INTO country VALUES('GY','Guyana',0);
INSERT INTO country VALUES('HK','Hong Kong',0);
INSERT INTO country VALUES('HM','Heard Island and McDonald Islands',0);
INSERT INTO country VALUES('HN','Honduras',0);
INSERT INTO country VALUES('HR','Croatia',0);
INSERT INTO country VALUES('HT','Haiti',0);
INSERT INTO country VALUES('HU','Hungary',0);
INSERT INTO country VALUES('HV','Upper Volta',1);
INSERT INTO country VALUES('ID','Indonesia',0);
INSERT INTO country VALUES('IE','Ireland',0);
INSERT INTO country VALUES('IL','Israel',0);
INSERT INTO country VALUES('IM','Isle of Man',0);
INSERT INTO country VALUES('IN','India',0);
INSERT INTO country VALUES('IO','British Indian Ocean Territory',0);
INSERT INTO country VALUES('IQ','Iraq',0);
INSERT INTO country VALUES('IR','Iran',0);
INSERT INTO country VALUES('IS','Iceland',0);
INSERT INTO country VALUES('IT','Italy',0);
INSERT INTO country VALUES('JE','Jersey',0);
INSERT INTO country VALUES('JM','Jamaica',0);
INSERT INTO country VALUES('JO','Jordan',0);
INSERT INTO country VALUES('JP','Japan',0);
INSERT INTO country VALUES('JT','Johnston Island',1);
INSERT INTO country VALUES('KE','Kenya',0);
INSERT INTO country VALUES('KG','Kyrgyzstan',0);
INSERT INTO country VALUES('KH','Cambodia',0);
INSERT INTO country VALUES('KI','Kiribati',0);
INSERT INTO country VALUES('KM','Comoros',0);
INSERT INTO country VALUES('KN','Saint Kitts and Nevis',0);
INSERT INTO country VALUES('KP','North Korea',0);
INSERT INTO country VALUES('KR','South Korea',0);
INSERT INTO country VALUES('KW','Kuwait',0);
INSERT INTO country VALUES('KY','Cayman Islands',0);
INSERT INTO country VALUES('KZ','Kazakhstan',0);
INSERT INTO country VALUES('LA','Laos',0);
INSERT INTO country VALUES('LB','Lebanon',0);
INSERT INTO country VALUES('LC','Saint Lucia',0);
INSERT INTO country VALUES('LI','Liechtenstein',0);
INSERT INTO country VALUES('LK','Sri Lanka',0);
INSERT INTO country VALUES('LR','Liberia',0);
INSERT INTO country VALUES('LS','Lesotho',0);
INSERT INTO country VALUES('LT','Lithuania',0);
INSERT INTO country VALUES('LU','Luxembourg',0);
INSERT INTO country VALUES('LV','Latvia',0);
INSERT INTO country VALUES('LY','Libya',0);
INSERT INTO country VALUES('MA','Morocco',0);
INSERT INTO country VALUES('MC','Monaco',0);
INSERT INTO country VALUES('MD','Moldova',0);
INSERT INTO country VALUES('ME','Montenegro',0);
INSERT INTO country VALUES('MF','Saint Martin',0);
INSERT INTO country VALUES('MG','Madagascar',0);
INSERT INTO country VALUES('MH','Marshall Islands',0);
INSERT INTO country VALUES('MI','Midway Islands',1);
INSERT INTO country VALUES('MK','North Macedonia',0);
INSERT INTO country VALUES('ML','Mali',0);
INSERT INTO country VALUES('MM','Myanmar',0);
INSERT INTO country VALUES('MN','Mongolia',0);
INSERT INTO country VALUES('MO','Macao',0);
INSERT INTO country VALUES('MP','Northern Mariana Islands',0);
INSERT INTO country VALUES('MQ','Martinique',0);
INSERT INTO country VALUES('MR','Mauritania',0);
INSERT INTO country VALUES('MS','Montserrat',0);
INSERT INTO country VALUES('MT','Malta',0);
INSERT INTO country VALUES('MU','Mauritius',0);
INSERT INTO country VALUES('MV','Maldives',0);
INSERT INTO country VALUES('MW','Malawi',0);
INSERT INTO country VALUES('MX','Mexico',0);
INSERT INTO country VALUES('MY','Malaysia',0);
INSERT INTO country VALUES('MZ','Mozambique',0);
INSERT INTO country VALUES('NA','Namibia',0);
INSERT INTO country VALUES('NC','New Caledonia',0);
INSERT INTO country VALUES('NE','Niger',0);
INSERT INTO country VALUES('NF','Norfolk Island',0);
INSERT INTO country VALUES('NG','Nigeria',0);
INSERT INTO country VALUES('NH','New Hebrides',1);
INSERT INTO country VALUES('NI','Nicaragua',0);
INSERT INTO country VALUES('NL','Netherlands',0);
INSERT INTO country VALUES('NO','Norway',0);
INSERT INTO country VALUES('NP','Nepal',0);
INSERT INTO country VALUES('NQ','Dronning Maud Land',1);
INSERT INTO country VALUES('NR','Nauru',0);
INSERT INTO country VALUES('NT','Neutral Zone',1);
INSERT INTO country VALUES('NU','Niue',0);
INSERT INTO country VALUES('NZ','New Zealand',0);
INSERT INTO country VALUES('OM','Oman',0);
INSERT INTO country VALUES('PA','Panama',0);
INSERT INTO country VALUES('PC','Pacific Islands (trust territory)',1);
INSERT INTO country VALUES('PE','Peru',0);
INSERT INTO country VALUES('PF','French Polynesia',0);
INSERT INTO country VALUES('PG','Papua New Guinea',0);
INSERT INTO country VALUES('PH','Philippines',0);
INSERT INTO country VALUES('PK','Pakistan',0);
INSERT INTO country VALUES('PL','Poland',0);
INSERT INTO country VALUES('PM','Saint Pierre and Miquelon',0);
INSERT INTO country VALUES('PN','Pitcairn',0);
INSERT INTO country VALUES('PR','Puerto Rico',0);
INSERT INTO country VALUES('PS','Palestine',0);
INSERT INTO country VALUES('PT','Portugal',0);
INSERT INTO country VALUES('PU','US Miscellaneous Pacific Islands',1);
INSERT INTO country VALUES('PW','Palau',0);
INSERT INTO country VALUES('PY','Paraguay',0);
INSERT INTO country VALUES('PZ','Panama Canal Zone',1);
INSERT INTO country VALUES('QA','Qatar',0);
INSERT INTO country VALUES('RE','Réunion',0);
INSERT INTO country VALUES('RH','Southern Rhodesia',1);
INSERT INTO country VALUES('RO','Romania',0);
INSERT INTO country VALUES('RS','Serbia',0);
INSERT INTO country VALUES('RU','Russia',0);
INSERT INTO country VALUES('RW','Rwanda',0);
INSERT INTO country VALUES('SA','Saudi Arabia',0);
INSERT INTO country VALUES('SB','Solomon Islands',0);
INSERT INTO country VALUES('SC','Seychelles',0);
INSERT INTO country VALUES('SD','Sudan',0);
INSERT INTO country VALUES('SE','Sweden',0);
INSERT INTO country VALUES('SG','Singapore',0);
INSERT INTO country VALUES('SH','Saint Helena, Ascension and Tristan da Cunha',0);
INSERT INTO country VALUES('SI','Slovenia',0);
INSERT INTO country VALUES('SJ','Svalbard and Jan Mayen',0);
INSERT INTO country VALUES('SK','Slovakia',0);
INSERT INTO country VALUES('SL','Sierra Leone',0);
INSERT INTO country VALUES('SM','San Marino',0);
INSERT INTO country VALUES('SN','Senegal',0);
INSERT INTO country VALUES('SO','Somalia',0);
INSERT INTO country VALUES('SR','Suriname',0);
INSERT INTO country VALUES('SS','South Sudan',0);
INSERT INTO country VALUES('ST','Sao Tome and Principe',0);
INSERT INTO country VALUES('SU','Soviet Union',1);
INSERT INTO country VALUES('SV','El Salvador',0);
INSERT INTO country VALUES('SX','Sint Maarten',0);
INSERT INTO country VALUES('SY','Syria',0);
INSERT INTO country VALUES('SZ','Eswatini',0);
INSERT INTO country VALUES('TC','Turks and Caicos Islands',0);
INSERT INTO country VALUES('TD','Chad',0);
INSERT INTO country VALUES('TF','French Southern Territories',0);
INSERT INTO country VALUES('TG','Togo',0);
INSERT INTO country VALUES('TH','Thailand',0);
INSERT INTO country VALUES('TJ','Tajikistan',0);
INSERT INTO country VALUES('TK','Tokelau',0);
INSERT INTO country VALUES('TL','Timor-Leste',0);
INSERT INTO country VALUES('TM','Turkmenistan',0);
INSERT INTO country VALUES('TN','Tunisia',0);
INSERT INTO country VALUES('TO','Tonga',0);
INSERT INTO country VALUES('TP','East Timor',1);
INSERT INTO country VALUES('TR','Turkey',0);
INSERT INTO country VALUES('TT','Trinidad and Tobago',0);
INSERT INTO country VALUES('TV','Tuvalu',0);
INSERT INTO country VALUES('TW','Taiwan',0);
INSERT INTO country VALUES('TZ','Tanzania',0);
INSERT INTO country VALUES('UA','Ukraine',0);
INSERT INTO country VALUES('UG','Uganda',0);
INSERT INTO country VALUES('UM','United States Minor Outlying Islands',0);
INSERT INTO country VALUES('US','United States',0);
INSERT INTO country VALUES('UY','Uruguay',0);
INSERT INTO country VALUES('UZ','Uzbekistan',0);
INSERT INTO country VALUES('VA','Vatican City',0);
INSERT INTO country VALUES('VC','Saint Vincent and the Grenadines',0);
INSERT INTO country VALUES('VD','North Vietnam',1);
INSERT INTO country VALUES('VE','Venezuela',0);
INSERT INTO country VALUES('VG','British Virgin Islands',0);
INSERT INTO country VALUES('VI','United States Virgin Islands',0);
INSERT INTO country VALUES('VN','Vietnam',0);
INSERT INTO country VALUES('VU','Vanuatu',0);
INSERT INTO country VALUES('WF','Wallis and Futuna',0);
INSERT INTO country VALUES('WK','Wake Island',1);
INSERT INTO country VALUES('WS','Samoa',0);
INSERT INTO country VALUES('YD','South Yemen',1);
INSERT INTO country VALUES('YE','Yemen',0);
INSERT INTO country VALUES('YT','Mayotte',0);
INSERT INTO country VALUES('YU','Yugoslavia',1);
INSERT INTO country VALUES('ZA','South Africa',0);
INSERT INTO country VALUES('ZM','Zambia',0);
INSERT INTO country VALUES('ZR','Zaire',1);
INSERT INTO country VALUES('ZW','Zimbabwe',0);
CREATE TABLE city_kind (
  -- What a party of a bond is: a municipality, a county, a theme park.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT city_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES city_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO city_kind VALUES('county',NULL,'A tier between municipality and region: county, Landkreis, powiat, département');
INSERT INTO city_kind VALUES('district',NULL,'A part of a municipality: borough, ward');
INSERT INTO city_kind VALUES('facility',NULL,'A port, an airport, a park, a theme park');
INSERT INTO city_kind VALUES('municipality',NULL,'A local authority with a council of its own: city, town, commune');
INSERT INTO city_kind VALUES('natural_feature',NULL,'A mountain, a river, a lake');
INSERT INTO city_kind VALUES('network',NULL,'A body whose members are parties themselves');
INSERT INTO city_kind VALUES('organisation',NULL,'A diocese, a school, an association, a company');
INSERT INTO city_kind VALUES('other',NULL,'Anything else');
INSERT INTO city_kind VALUES('region',NULL,'A tier below the state: region, Land, prefecture, oblast');
INSERT INTO city_kind VALUES('settlement',NULL,'A named place without a council of its own; someone else signs for it');
INSERT INTO city_kind VALUES('state',NULL,'A country');
CREATE TABLE name_kind (
  -- What sort of name a name is: official, former, exonym.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT name_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES name_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO name_kind VALUES('alternative',NULL,'Any other name or spelling');
INSERT INTO name_kind VALUES('endonym',NULL,'A name in the language of the place');
INSERT INTO name_kind VALUES('exonym',NULL,'A name in another language');
INSERT INTO name_kind VALUES('former',NULL,'An official name that is no longer in use');
INSERT INTO name_kind VALUES('nickname',NULL,'An affectionate or mocking name');
INSERT INTO name_kind VALUES('official',NULL,'The name in law');
CREATE TABLE identifier_scheme (
  -- Whose identifier it is: wikidata, geonames.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT identifier_scheme_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES identifier_scheme (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO identifier_scheme VALUES('geonames',NULL,'GeoNames number');
INSERT INTO identifier_scheme VALUES('iso_3166_2',NULL,'ISO 3166-2 subdivision: GB-COV');
INSERT INTO identifier_scheme VALUES('lau',NULL,'Local administrative unit of the European Union');
INSERT INTO identifier_scheme VALUES('national',NULL,'A code of the country''s own, such as INSEE or AGS');
INSERT INTO identifier_scheme VALUES('openstreetmap',NULL,'OpenStreetMap element: relation/172987');
INSERT INTO identifier_scheme VALUES('register',NULL,'The key in the register that the row was imported from');
INSERT INTO identifier_scheme VALUES('unlocode',NULL,'UN/LOCODE: GB CVT');
INSERT INTO identifier_scheme VALUES('wikidata',NULL,'Wikidata item: Q6225');
CREATE TABLE succession_kind (
  -- How one party followed another: merged, absorbed, split.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT succession_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES succession_kind (code),
  definition TEXT NOT NULL,
  carries    INTEGER NOT NULL DEFAULT 1        -- 1: the predecessor ended and the successor carries its bonds; 0: it
             CONSTRAINT succession_kind_carries_flag CHECK (carries IN (0, 1))  -- went on, and kept them
) STRICT, WITHOUT ROWID;
INSERT INTO succession_kind VALUES('absorbed',NULL,'One party was taken into another, which went on',1);
INSERT INTO succession_kind VALUES('merged',NULL,'Several parties became a new one',1);
INSERT INTO succession_kind VALUES('replaced',NULL,'A party was abolished and another took its place',1);
INSERT INTO succession_kind VALUES('separated',NULL,'A part of a party became one of its own; the party went on',0);
INSERT INTO succession_kind VALUES('split',NULL,'One party became several, and ceased',1);
CREATE TABLE policy (
  -- What a party has decided of all its bonds at once, such as to have none.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT policy_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES policy (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO policy VALUES('ended_all',NULL,'Decided to end all its bonds');
INSERT INTO policy VALUES('limited_agreements',NULL,'Signs only agreements with a term or a subject');
INSERT INTO policy VALUES('limited_number',NULL,'Allows itself a fixed number of bonds');
INSERT INTO policy VALUES('no_bonds',NULL,'Enters into no bonds, on principle');
CREATE TABLE bond_kind (
  -- What sort of bond a bond is: twinning, friendship, ring.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT bond_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES bond_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO bond_kind VALUES('charter_network',NULL,'An association under a charter, which members join and leave');
INSERT INTO bond_kind VALUES('contact',NULL,'Without a formal basis');
INSERT INTO bond_kind VALUES('cooperation',NULL,'A cooperation agreement between authorities that do not call it twinning');
INSERT INTO bond_kind VALUES('friendship',NULL,'On an agreement with a term or a subject, often a trial before a twinning');
INSERT INTO bond_kind VALUES('novelty',NULL,'For publicity or humour');
INSERT INTO bond_kind VALUES('patronage',NULL,'One side adopts the other');
INSERT INTO bond_kind VALUES('project',NULL,'An undertaking with a term and a subject');
INSERT INTO bond_kind VALUES('ring',NULL,'Three or more, each bound to every other');
INSERT INTO bond_kind VALUES('solidarity',NULL,'A partnership in an emergency');
INSERT INTO bond_kind VALUES('twinning',NULL,'Formal, without limit of time or subject: town twinning, sister city, jumelage, Partnerschaft');
INSERT INTO bond_kind VALUES('unspecified',NULL,'The source says no more than twinned');
CREATE TABLE event_kind (
  -- What sort of act an act is, and what it does to the state of the bond.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT event_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES event_kind (code),
  definition TEXT NOT NULL,
  effect     TEXT NOT NULL CONSTRAINT event_kind_effect_known CHECK (effect IN
             ('proposed', 'active', 'suspended', 'dormant', 'ended', 'membership', 'none', 'retraction')),
  begins     INTEGER NOT NULL DEFAULT 0        -- 1: a beginning; undated, it comes before every dated act.
             CONSTRAINT event_kind_begins_flag CHECK (begins IN (0, 1)),  -- A membership act begins or ends one.
  observes   INTEGER NOT NULL DEFAULT 0        -- 1: shows the bond in force on its day and says nothing of its start
             CONSTRAINT event_kind_observes_flag CHECK (observes IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO event_kind VALUES('contested',NULL,'A party objected to what another did, such as its ending of the bond','none',0,0);
INSERT INTO event_kind VALUES('cut',NULL,'A party, or all of them, ended the bond','ended',0,0);
INSERT INTO event_kind VALUES('delisted',NULL,'A party''s list no longer shows the bond','none',0,0);
INSERT INTO event_kind VALUES('exchanged',NULL,'A visit, a gift, a message, a project','none',0,0);
INSERT INTO event_kind VALUES('expired',NULL,'The agreement ran out and was not renewed','ended',0,0);
INSERT INTO event_kind VALUES('formed',NULL,'The bond came into force: signed, declared, agreed','active',1,0);
INSERT INTO event_kind VALUES('joined',NULL,'A party became a member of a bond of many','membership',1,0);
INSERT INTO event_kind VALUES('lapsed',NULL,'The bond was declared asleep, without an end','dormant',0,0);
INSERT INTO event_kind VALUES('left',NULL,'A party ceased to be a member, by its own will or not','membership',0,0);
INSERT INTO event_kind VALUES('listed',NULL,'A source shows the bond in force on that day and says nothing of its start','active',1,1);
INSERT INTO event_kind VALUES('proposed',NULL,'A party, or somebody else, proposed the bond','proposed',1,0);
INSERT INTO event_kind VALUES('renewed',NULL,'The same bond was confirmed or signed again','active',0,0);
INSERT INTO event_kind VALUES('resumed',NULL,'A party, or all of them, lifted a suspension','active',0,0);
INSERT INTO event_kind VALUES('retracted',NULL,'The act that it corrects never was, or does not belong here','retraction',0,0);
INSERT INTO event_kind VALUES('suspended',NULL,'A party, or all of them, paused the bond','suspended',0,0);
CREATE TABLE reason (
  -- Why a party acted: wartime_solidarity, cost, unknown (a source says that nobody remembers).
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT reason_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES reason (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO reason VALUES('cost','practical','To save money');
INSERT INTO reason VALUES('development_aid',NULL,'Help for a poorer partner');
INSERT INTO reason VALUES('disaster_relief',NULL,'Help after a disaster');
INSERT INTO reason VALUES('education',NULL,'Schools, universities, youth');
INSERT INTO reason VALUES('european_integration',NULL,'To bring the peoples of Europe together');
INSERT INTO reason VALUES('historical_memory','political','A monument, a denial, a dispute about the past');
INSERT INTO reason VALUES('human_rights','political','Protest against violations of rights');
INSERT INTO reason VALUES('humour',NULL,'For fun');
INSERT INTO reason VALUES('ideology',NULL,'Within or towards a political bloc');
INSERT INTO reason VALUES('inactivity','practical','Little or nothing was exchanged');
INSERT INTO reason VALUES('lgbt_rights','human_rights','Protest against laws or declarations against homosexual and transgender people');
INSERT INTO reason VALUES('local_politics','political','A new mayor or majority');
INSERT INTO reason VALUES('loss_of_relevance','practical','Interest was lost');
INSERT INTO reason VALUES('migration',NULL,'People of one place live in the other');
INSERT INTO reason VALUES('municipal_reform','practical','A party was merged, split or abolished');
INSERT INTO reason VALUES('national_order','political','A national government ended or paused it');
INSERT INTO reason VALUES('partner_unresponsive','practical','The other side did not answer');
INSERT INTO reason VALUES('peace',NULL,'Citizens'' diplomacy for peace and understanding');
INSERT INTO reason VALUES('personal_initiative',NULL,'One person''s doing');
INSERT INTO reason VALUES('policy','practical','A decision on all bonds at once');
INSERT INTO reason VALUES('political',NULL,'A protest or a quarrel over politics');
INSERT INTO reason VALUES('practical',NULL,'No quarrel: it no longer worked or paid');
INSERT INTO reason VALUES('publicity',NULL,'A competition or a campaign');
INSERT INTO reason VALUES('reconciliation',NULL,'Between former enemies');
INSERT INTO reason VALUES('religion',NULL,'A church, a saint, a pilgrimage');
INSERT INTO reason VALUES('retaliation','political','An answer to an act of the partner');
INSERT INTO reason VALUES('shared_history',NULL,'A person, an event or a past in common');
INSERT INTO reason VALUES('shared_name',NULL,'The places have the same name, or names that go together');
INSERT INTO reason VALUES('shared_suffering',NULL,'The same disaster or crime befell both');
INSERT INTO reason VALUES('similar_profile',NULL,'Alike in size, industry or situation');
INSERT INTO reason VALUES('sovereignty','political','Recognition of a state, or a clause about it');
INSERT INTO reason VALUES('state_visit',NULL,'Signed on the occasion of a visit of state');
INSERT INTO reason VALUES('term_expired','practical','The agreed term ran out');
INSERT INTO reason VALUES('third_party_proposal',NULL,'Somebody else brought the parties together');
INSERT INTO reason VALUES('trade',NULL,'Business and tourism');
INSERT INTO reason VALUES('unknown',NULL,'A source says that nobody knows or remembers; where nothing is recorded, leave the reason NULL');
INSERT INTO reason VALUES('war','political','Protest against an attack by the partner''s state');
INSERT INTO reason VALUES('wartime_solidarity',NULL,'Sympathy and help between towns that suffered in a war');
INSERT INTO reason VALUES('whim','political','A code of one''s own');
CREATE TABLE keepsake_kind (
  -- What a bond left behind: a gift, a monument, a street's name, a privilege.
  code       TEXT NOT NULL PRIMARY KEY
             CONSTRAINT keepsake_kind_code_form CHECK (code GLOB '[a-z]*'
               AND code NOT GLOB '*[^a-z0-9_]*' AND length(CAST(code AS BLOB)) = length(code)),
  broader    TEXT REFERENCES keepsake_kind (code),
  definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO keepsake_kind VALUES('gift',NULL,'A thing that one party gave to the other');
INSERT INTO keepsake_kind VALUES('monument',NULL,'A monument, a garden, a memorial');
INSERT INTO keepsake_kind VALUES('other',NULL,'Anything else');
INSERT INTO keepsake_kind VALUES('place_name',NULL,'A street, a square or a bridge named for the twin');
INSERT INTO keepsake_kind VALUES('privilege',NULL,'Something that the people of one place may do or have in the other');
INSERT INTO keepsake_kind VALUES('sign',NULL,'A road sign or a plaque that names the twin');
CREATE TABLE city (
  -- Any party to a bond, real or not: mostly municipalities, but also counties, theme parks and a city from a novel.
  id         INTEGER PRIMARY KEY CONSTRAINT city_id_positive CHECK (id > 0),
  uid        TEXT UNIQUE             -- public id, the same in every file; leave it NULL and the file gives one
             CONSTRAINT city_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  name       TEXT NOT NULL           -- its name today, or its last one
             CONSTRAINT city_name_present CHECK (trim(name, ' ' || char(9, 10, 13)) <> '' AND instr(name, char(0)) = 0),
  folded     TEXT,                   -- the name for search, without case and accents; leave it NULL
  kind       TEXT NOT NULL DEFAULT 'municipality' REFERENCES city_kind (code),
  country    TEXT REFERENCES country (code),  -- today; NULL where none fits. Other times: city_country
  latitude   REAL CONSTRAINT city_latitude_on_globe CHECK (latitude BETWEEN -90 AND 90),     -- degrees north, WGS 84
  longitude  REAL CONSTRAINT city_longitude_on_globe CHECK (longitude BETWEEN -180 AND 180),  -- degrees east, WGS 84
  population INTEGER CONSTRAINT city_population_not_negative CHECK (population >= 0),
  fictional  INTEGER NOT NULL DEFAULT 0 CONSTRAINT city_fictional_flag CHECK (fictional IN (0, 1)),
  since      TEXT REFERENCES edtf_date (date),  -- when the party came to be, if that matters
  until      TEXT REFERENCES edtf_date (date),  -- when it ceased; what followed it: succession
  note       TEXT,
  CONSTRAINT city_coordinates_paired CHECK ((latitude IS NULL) = (longitude IS NULL))
) STRICT;
INSERT INTO city VALUES(1,'019ecb27220041d922ee893c677aa480','Coventry','coventry','municipality','GB',52.408056000000001971,-1.5105560000000000098,345328,0,'1043~',NULL,NULL);
INSERT INTO city VALUES(2,'019ecb272200e3dab29eedbb32131a47','Volgograd','volgograd','municipality','RU',NULL,NULL,NULL,0,NULL,NULL,NULL);
INSERT INTO city VALUES(3,'019ecb272200aaf39ec2570600745ab1','Orléans','orleans','municipality','FR',NULL,NULL,NULL,0,NULL,NULL,replace('An accent,\na second line and a quote: ''','\n',char(10)));
INSERT INTO city VALUES(4,'019ecb2722007847ed1f33e9c3ec78e3','Macondo','macondo','settlement',NULL,NULL,NULL,NULL,1,NULL,NULL,NULL);
INSERT INTO city VALUES(5,'019ecb272200e839cc2001a634fee6a8','Saint-Marceau','saint marceau','municipality','FR',NULL,NULL,NULL,0,NULL,'1790-XX',NULL);
CREATE TABLE city_name (
  -- Other names of a city, of any era and language, with the days between which they were used.
  id          INTEGER PRIMARY KEY CONSTRAINT city_name_id_positive CHECK (id > 0),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  name        TEXT NOT NULL CONSTRAINT city_name_name_present
              CHECK (trim(name, ' ' || char(9, 10, 13)) <> ''
                AND instr(name, char(0)) = 0),
  folded      TEXT,                             -- as in city
  language    TEXT,                             -- BCP 47: en, ru, zh-Hant
  kind        TEXT NOT NULL DEFAULT 'alternative' REFERENCES name_kind (code),
  since       TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))  -- when the registry learned it, UTC
              CONSTRAINT city_name_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;
INSERT INTO city_name VALUES(1,2,'Сталинград','сталинград','ru','former','1925-04-10','1961-11-10','2026-06-15T12:00:00.000Z');
INSERT INTO city_name VALUES(2,2,'Tsaritsyn','tsaritsyn',NULL,'former','1589/1925','1925-04-10','2026-06-15T12:00:00.000Z');
INSERT INTO city_name VALUES(3,3,'奥尔良','奥尔良','zh-Hans','exonym',NULL,NULL,'2026-06-15T12:00:00.000Z');
CREATE TABLE city_country (
  -- The countries that a city belonged to, with their days: Chemnitz was in DD until 1990-10-03.
  id          INTEGER PRIMARY KEY CONSTRAINT city_country_id_positive CHECK (id > 0),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  country     TEXT NOT NULL REFERENCES country (code),
  since       TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT city_country_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;
INSERT INTO city_country VALUES(1,2,'SU','1922-12-30','1991-12-26','2026-06-15T12:00:00.000Z');
CREATE TABLE city_identifier (
  -- What other registers call a city. Not unique: registers reuse and repeat their identifiers.
  id      INTEGER PRIMARY KEY CONSTRAINT city_identifier_id_positive CHECK (id > 0),
  city_id INTEGER NOT NULL REFERENCES city (id),
  scheme  TEXT NOT NULL REFERENCES identifier_scheme (code),
  value   TEXT NOT NULL CONSTRAINT city_identifier_value_present
              CHECK (trim(value, ' ' || char(9, 10, 13)) <> ''
                AND instr(value, char(0)) = 0),
  since   TEXT REFERENCES edtf_date (date),
  until   TEXT REFERENCES edtf_date (date)
) STRICT;
INSERT INTO city_identifier VALUES(1,1,'wikidata','Q6225',NULL,NULL);
INSERT INTO city_identifier VALUES(2,1,'geonames','2652221',NULL,NULL);
INSERT INTO city_identifier VALUES(3,1,'unlocode','GB CVT','198X',NULL);
CREATE TABLE city_policy (
  -- What a city decided of all its bonds: Bern has none, by policy.
  id          INTEGER PRIMARY KEY CONSTRAINT city_policy_id_positive CHECK (id > 0),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  policy      TEXT NOT NULL REFERENCES policy (code),
  since       TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),
  note        TEXT,
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT city_policy_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;
INSERT INTO city_policy VALUES(1,3,'limited_number','200X',NULL,'ten at most','2026-06-15T12:00:00.000Z');
CREATE TABLE succession (
  -- One party that followed another: a merger has a row for every predecessor, a split one for every successor.
  -- A renaming is no succession: it is a city_name.
  id             INTEGER PRIMARY KEY CONSTRAINT succession_id_positive CHECK (id > 0),
  predecessor_id INTEGER NOT NULL REFERENCES city (id),
  successor_id   INTEGER NOT NULL REFERENCES city (id),
  kind           TEXT NOT NULL REFERENCES succession_kind (code),
  date           TEXT REFERENCES edtf_date (date),
  recorded_at    TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
                 CONSTRAINT succession_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                   AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  CONSTRAINT succession_of_another CHECK (predecessor_id <> successor_id)
) STRICT;
INSERT INTO succession VALUES(1,5,3,'absorbed','1790-XX','2026-06-15T12:00:00.000Z');
CREATE TABLE bond (
  -- A bond between two parties or more. It has no state of its own: what happened to it is in bond_event.
  id        INTEGER PRIMARY KEY CONSTRAINT bond_id_positive CHECK (id > 0),
  uid       TEXT UNIQUE CONSTRAINT bond_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  kind      TEXT NOT NULL DEFAULT 'unspecified' REFERENCES bond_kind (code),
  title     TEXT,                                 -- its own name, if it has one
  exclusive INTEGER NOT NULL DEFAULT 0            -- 1: the parties promised to take no other twin
            CONSTRAINT bond_exclusive_flag CHECK (exclusive IN (0, 1)),
  note      TEXT
) STRICT;
INSERT INTO bond VALUES(1,'019ecb272200bc08b46276d832f1905a','twinning','The first',0,NULL);
INSERT INTO bond VALUES(2,'019ecb272200ece3c2a8938c9a84aef3','ring',NULL,1,NULL);
INSERT INTO bond VALUES(3,'019ecb2722000f7d4d8857cd10bc476d','novelty',NULL,0,NULL);
INSERT INTO bond VALUES(4,'019ecb272200dff89385095fa2610b27','unspecified',NULL,0,'without an act');
CREATE TABLE bond_party (
  -- The parties of a bond, two at the least before its first act. One that came later has a `joined` act as well.
  bond_id     INTEGER NOT NULL REFERENCES bond (id),
  city_id     INTEGER NOT NULL REFERENCES city (id),
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT bond_party_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  PRIMARY KEY (bond_id, city_id)
) STRICT, WITHOUT ROWID;
INSERT INTO bond_party VALUES(1,1,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(1,2,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(2,1,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(2,2,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(2,3,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(3,3,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(3,4,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(4,1,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_party VALUES(4,3,'2026-06-15T12:00:00.000Z');
CREATE TABLE bond_event (
  -- The log: every act in a bond's life. Rows are only ever added. To mend one, add a row that `corrects` it.
  id          INTEGER PRIMARY KEY CONSTRAINT bond_event_id_positive CHECK (id > 0),
  uid         TEXT UNIQUE CONSTRAINT bond_event_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  bond_id     INTEGER NOT NULL REFERENCES bond (id),
  kind        TEXT NOT NULL REFERENCES event_kind (code),
  date        TEXT REFERENCES edtf_date (date),   -- when it took effect; NULL: unknown
  decided     TEXT REFERENCES edtf_date (date),   -- when it was voted or announced, where that differs
  city_id     INTEGER REFERENCES city (id),       -- the party that acted, joined or left; NULL: all of them together
  reason      TEXT REFERENCES reason (code),      -- NULL: none recorded; 'unknown': a source says nobody knows
  condition   TEXT,                               -- what would lift a suspension
  note        TEXT,
  rank        TEXT NOT NULL DEFAULT 'normal'      -- rival: kept and shown, but makes no state
              CONSTRAINT bond_event_rank_known  -- no IN: SQLite would set up a table for it at each act
              CHECK (rank = 'normal' OR rank = 'preferred' OR rank = 'rival'),
  caused_by   INTEGER REFERENCES bond_event (id), -- the act, of any bond, that set this one off
  corrects    INTEGER REFERENCES bond_event (id), -- the act that this one takes the place of
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))  -- when the registry learned it, UTC
              CONSTRAINT bond_event_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  CONSTRAINT bond_event_retraction_corrects CHECK (kind <> 'retracted' OR corrects IS NOT NULL)
) STRICT;
INSERT INTO bond_event VALUES(1,'019ecb2722000000000001ac5f4f2cea',1,'formed','[1941,1944]','1943-12',NULL,'wartime_solidarity',NULL,NULL,'normal',NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(2,'019ecb27220000000000025886b27be4',1,'formed','1944-06-06?',NULL,NULL,NULL,NULL,NULL,'rival',NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(3,'019ecb27220000000000030af2844a91',1,'suspended','2022-03-21',NULL,NULL,'war',NULL,NULL,'normal',NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(4,'019ecb272200000000000469801306c3',1,'suspended','2022-03-22',NULL,1,'war','an end of the war',NULL,'normal',NULL,3,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(5,'019ecb27220000000000051c40b8853e',1,'cut',NULL,NULL,2,NULL,NULL,NULL,'normal',4,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(6,'019ecb2722000000000006e2273c281d',1,'retracted',NULL,NULL,NULL,NULL,NULL,'a hoax','normal',NULL,5,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(7,'019ecb27220000000000074670d58bd6',2,'listed','1970-21',NULL,NULL,NULL,NULL,NULL,'normal',NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(8,'019ecb2722000000000008ddf4ee85e2',2,'joined','197X',NULL,3,NULL,NULL,NULL,'normal',NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(9,'019ecb272200000000000921ea321842',2,'lapsed',NULL,NULL,NULL,NULL,NULL,'undated','normal',NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO bond_event VALUES(10,'019ecb272200000000000a91eefc83d4',3,'formed',NULL,NULL,NULL,'unknown',NULL,NULL,'normal',NULL,NULL,'2026-06-15T12:00:00.000Z');
CREATE TABLE source (
  -- Where something is said: a page, a paper, a register, a file that was imported.
  id          INTEGER PRIMARY KEY CONSTRAINT source_id_positive CHECK (id > 0),
  uid         TEXT UNIQUE CONSTRAINT source_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  title       TEXT NOT NULL CONSTRAINT source_title_present
              CHECK (trim(title, ' ' || char(9, 10, 13)) <> ''
                AND instr(title, char(0)) = 0),
  publisher   TEXT,
  author      TEXT,
  url         TEXT,
  published   TEXT REFERENCES edtf_date (date),
  accessed    TEXT REFERENCES edtf_date (date),
  language    TEXT,                               -- BCP 47
  file_name   TEXT,                               -- of an imported file
  file_sha256 TEXT CONSTRAINT source_file_sha256_form
              CHECK (length(CAST(file_sha256 AS BLOB)) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*'
                AND length(file_sha256) = 64),
  note        TEXT
) STRICT;
INSERT INTO source VALUES(1,'019ecb27220024e4ad3dabadc127699b','Minutes','Coventry City Council','A. Clerk','https://example.org/minutes','1944-07','2026-06-14','en-GB','minutes.csv','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','On microfilm');
CREATE TABLE keepsake (
  -- What a bond left behind, and where it is now: a gift, a monument, a street's name, a privilege.
  id          INTEGER PRIMARY KEY CONSTRAINT keepsake_id_positive CHECK (id > 0),
  uid         TEXT UNIQUE CONSTRAINT keepsake_uid_form CHECK
               (trim(uid, '0123456789abcdef') = '' AND length(CAST(uid AS BLOB)) = 32),
  bond_id     INTEGER NOT NULL REFERENCES bond (id),
  kind        TEXT NOT NULL REFERENCES keepsake_kind (code),
  title       TEXT NOT NULL CONSTRAINT keepsake_title_present
              CHECK (trim(title, ' ' || char(9, 10, 13)) <> ''
                AND instr(title, char(0)) = 0),
  giver_id    INTEGER REFERENCES city (id),
  receiver_id INTEGER REFERENCES city (id),
  date        TEXT REFERENCES edtf_date (date),
  until       TEXT REFERENCES edtf_date (date),   -- when it was lost, removed or withdrawn
  place       TEXT,                               -- where it is now
  note        TEXT,
  recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
              CONSTRAINT keepsake_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10))
) STRICT;
INSERT INTO keepsake VALUES(1,'019ecb2722009ca7494b7232a26d659f',1,'gift','Tablecloth',1,2,'1943',NULL,'Panorama Museum',NULL,'2026-06-15T12:00:00.000Z');
CREATE TABLE citation (
  -- Which source supports what: one act, name, city, succession or keepsake a row.
  id            INTEGER PRIMARY KEY CONSTRAINT citation_id_positive CHECK (id > 0),
  source_id     INTEGER NOT NULL REFERENCES source (id),
  event_id      INTEGER REFERENCES bond_event (id),
  name_id       INTEGER REFERENCES city_name (id),
  city_id       INTEGER REFERENCES city (id),
  succession_id INTEGER REFERENCES succession (id),
  keepsake_id   INTEGER REFERENCES keepsake (id),
  locator       TEXT,                             -- page, paragraph, minute
  quote         TEXT,
  recorded_at   TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
                CONSTRAINT citation_recorded_at_form CHECK (recorded_at GLOB '????-??-??T??:??:??.[0-9][0-9][0-9]Z'
                  AND length(CAST(recorded_at AS BLOB)) = 24 AND date(recorded_at, '+0 days') IS substr(recorded_at, 1, 10)),
  CONSTRAINT citation_supports_one CHECK (
    (event_id IS NOT NULL) + (name_id IS NOT NULL) + (city_id IS NOT NULL)
    + (succession_id IS NOT NULL) + (keepsake_id IS NOT NULL) = 1)
) STRICT;
INSERT INTO citation VALUES(1,1,NULL,1,NULL,NULL,NULL,NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO citation VALUES(2,1,NULL,NULL,1,NULL,NULL,'p. 7',NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO citation VALUES(3,1,2,NULL,NULL,NULL,NULL,'p. 12','"on D-Day"','2026-06-15T12:00:00.000Z');
INSERT INTO citation VALUES(4,1,NULL,NULL,NULL,NULL,1,NULL,NULL,'2026-06-15T12:00:00.000Z');
INSERT INTO citation VALUES(5,1,NULL,NULL,NULL,1,NULL,NULL,NULL,'2026-06-15T12:00:00.000Z');
CREATE TABLE bond_span (
  -- The stored projection of the view bond_stretch: the whole life of each bond, a row a stretch of equal status.
  -- Possible on day D: from_earliest <= D AND (to_latest IS NULL OR D < to_latest).
  -- Certain on day D:  from_latest <= D AND (to_earliest IS NULL OR D < to_earliest).
  -- Kept by triggers; to make it anew: DELETE FROM bond_span; INSERT INTO bond_span SELECT * FROM bond_stretch;
  bond_id         INTEGER NOT NULL,
  position        INTEGER NOT NULL,  -- of the act that opened it, in bond_act
  status          TEXT NOT NULL,     -- proposed, active, suspended, dormant or ended
  from_earliest   TEXT NOT NULL,     -- '0000-01-01' where nothing bounds it
  from_latest     TEXT,
  to_earliest     TEXT,
  to_latest       TEXT,
  event_id        INTEGER NOT NULL,  -- the act that opened it
  forming_id      INTEGER,           -- the act that formed the bond, if it was formed in this stretch; NULL: it was not
  formed_earliest TEXT,              -- the days between which it was formed, where forming_id is
  formed_latest   TEXT,
  from_decade     INTEGER,           -- in which the stretch began (1940 is 1940 to 1949); NULL: the dates leave it open
  formed_decade   INTEGER,           -- in which the bond was formed; NULL: the dates leave it open, or not here
  PRIMARY KEY (bond_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO bond_span VALUES(1,1,'active','1941-01-01','1944-12-31','2022-03-22','2022-03-22',1,1,'1941-01-01','1944-12-31',1940,1940);
INSERT INTO bond_span VALUES(1,2,'suspended','2022-03-22','2022-03-22',NULL,NULL,4,NULL,NULL,NULL,2020,NULL);
INSERT INTO bond_span VALUES(2,1,'active','0000-01-01','1970-12-31','1970-01-01','2026-06-15',7,NULL,NULL,NULL,NULL,NULL);
INSERT INTO bond_span VALUES(2,3,'dormant','1970-01-01','2026-06-15',NULL,NULL,9,NULL,NULL,NULL,NULL,NULL);
INSERT INTO bond_span VALUES(3,1,'active','0000-01-01','2026-06-15',NULL,NULL,10,10,'0000-01-01','2026-06-15',NULL,NULL);
CREATE TABLE twin_span (
  -- The stored projection of the view pair_span: for each city and each of its twins, a row a stretch of equal status.
  -- Kept by triggers; to make it anew: DELETE FROM twin_span; INSERT INTO twin_span SELECT * FROM pair_span;
  -- Day D is as in bond_span.
  city_id       INTEGER NOT NULL,
  bond_id       INTEGER NOT NULL,
  twin_id       INTEGER NOT NULL,
  position      INTEGER NOT NULL,  -- counts the stretches of a pair, from 1
  status        TEXT NOT NULL,     -- proposed, active, suspended, dormant or ended
  from_earliest TEXT NOT NULL,     -- '0000-01-01' where nothing bounds it
  from_latest   TEXT,
  to_earliest   TEXT,
  to_latest     TEXT,
  since         TEXT,              -- the EDTF date of the act that began the pair; NULL: unknown
  until         TEXT,              -- the EDTF date of the act that ended it; NULL: unknown, or none did
  carried_from      INTEGER,       -- the predecessor whose part of the bond the city carries; NULL: it is a party itself
  twin_carried_from INTEGER,       -- the same of the twin
  kind          TEXT NOT NULL,     -- of the bond
  PRIMARY KEY (city_id, bond_id, twin_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO twin_span VALUES(1,1,2,1,'active','1941-01-01','1944-12-31','2022-03-22','2022-03-22','[1941,1944]',NULL,NULL,NULL,'twinning');
INSERT INTO twin_span VALUES(1,1,2,2,'suspended','2022-03-22','2022-03-22',NULL,NULL,'[1941,1944]',NULL,NULL,NULL,'twinning');
INSERT INTO twin_span VALUES(1,2,2,1,'active','0000-01-01','1970-12-31','1970-01-01','2026-06-15',NULL,NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(1,2,2,2,'dormant','1970-01-01','2026-06-15',NULL,NULL,NULL,NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(1,2,3,1,'active','1970-01-01','1979-12-31','1970-01-01','2026-06-15','197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(1,2,3,2,'dormant','1970-01-01','2026-06-15',NULL,NULL,'197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(2,1,1,1,'active','1941-01-01','1944-12-31','2022-03-22','2022-03-22','[1941,1944]',NULL,NULL,NULL,'twinning');
INSERT INTO twin_span VALUES(2,1,1,2,'suspended','2022-03-22','2022-03-22',NULL,NULL,'[1941,1944]',NULL,NULL,NULL,'twinning');
INSERT INTO twin_span VALUES(2,2,1,1,'active','0000-01-01','1970-12-31','1970-01-01','2026-06-15',NULL,NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(2,2,1,2,'dormant','1970-01-01','2026-06-15',NULL,NULL,NULL,NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(2,2,3,1,'active','1970-01-01','1979-12-31','1970-01-01','2026-06-15','197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(2,2,3,2,'dormant','1970-01-01','2026-06-15',NULL,NULL,'197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(3,2,1,1,'active','1970-01-01','1979-12-31','1970-01-01','2026-06-15','197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(3,2,1,2,'dormant','1970-01-01','2026-06-15',NULL,NULL,'197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(3,2,2,1,'active','1970-01-01','1979-12-31','1970-01-01','2026-06-15','197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(3,2,2,2,'dormant','1970-01-01','2026-06-15',NULL,NULL,'197X',NULL,NULL,NULL,'ring');
INSERT INTO twin_span VALUES(3,3,4,1,'active','0000-01-01','2026-06-15',NULL,NULL,NULL,NULL,NULL,NULL,'novelty');
INSERT INTO twin_span VALUES(4,3,3,1,'active','0000-01-01','2026-06-15',NULL,NULL,NULL,NULL,NULL,NULL,'novelty');
CREATE INDEX city_by_name ON city (name);
CREATE INDEX city_by_folded ON city (folded);
CREATE INDEX city_name_by_city ON city_name (city_id);
CREATE INDEX city_name_by_name ON city_name (name);
CREATE INDEX city_name_by_folded ON city_name (folded);
CREATE INDEX city_country_by_city ON city_country (city_id);
CREATE INDEX city_identifier_by_city ON city_identifier (city_id);
CREATE INDEX city_identifier_by_value ON city_identifier (value, scheme);
CREATE INDEX city_policy_by_city ON city_policy (city_id);
CREATE INDEX succession_by_predecessor ON succession (predecessor_id);
CREATE INDEX succession_by_successor ON succession (successor_id);
CREATE INDEX bond_party_by_city ON bond_party (city_id);
CREATE INDEX bond_event_by_bond ON bond_event (bond_id);
CREATE UNIQUE INDEX bond_event_by_corrects ON bond_event (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX bond_event_by_caused_by ON bond_event (caused_by) WHERE caused_by IS NOT NULL;
CREATE INDEX keepsake_by_bond ON keepsake (bond_id);
CREATE INDEX citation_by_source ON citation (source_id);
CREATE INDEX citation_by_event ON citation (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX citation_by_name ON citation (name_id) WHERE name_id IS NOT NULL;
CREATE INDEX citation_by_city ON citation (city_id) WHERE city_id IS NOT NULL;
CREATE INDEX citation_by_succession ON citation (succession_id) WHERE succession_id IS NOT NULL;
CREATE INDEX citation_by_keepsake ON citation (keepsake_id) WHERE keepsake_id IS NOT NULL;
CREATE INDEX bond_span_formed ON bond_span (formed_decade, formed_latest, formed_earliest)
WHERE formed_earliest IS NOT NULL;
CREATE INDEX bond_span_ended ON bond_span (from_decade, from_latest, from_earliest, to_earliest, to_latest, status)
WHERE status = 'ended';
CREATE INDEX twin_span_in_force ON twin_span (to_latest, city_id, twin_id, bond_id, from_earliest, status, position)
WHERE city_id < twin_id AND status <> 'ended' AND status <> 'proposed';
CREATE VIEW edtf_part AS
  -- The members of every date: a set in brackets has one or more, any other date is one. What parts a beginning from an
  -- end is a slash, and two dots within a set. A set of anything but dates has one member that is no date.
  SELECT date, CASE WHEN instr(date, '/') THEN 'interval' ELSE 'plain' END AS form, 0 AS member, date AS body,
    '/' AS separator
  FROM edtf_date WHERE substr(date, 1, 1) <> '['
  UNION ALL
  SELECT date, 'set', listed.key, listed.value, '..'
  FROM edtf_date, json_each(CASE
    WHEN date GLOB '[[]*]' AND substr(date, 2, length(date) - 2) NOT GLOB '*[^-0-9.,]*'
    THEN '["' || replace(substr(date, 2, length(date) - 2), ',', '","') || '"]'
    ELSE '["?"]' END) AS listed
  WHERE substr(date, 1, 1) = '['
;
CREATE VIEW edtf_end AS
  -- Every member cut into its ends: one row where it is one date, two where it runs from one to another.
  SELECT date, form, member, 'both' AS side, body AS text FROM edtf_part WHERE instr(body, separator) = 0
  UNION ALL
  SELECT date, form, member, 'from', substr(body, 1, instr(body, separator) - 1) FROM edtf_part
  WHERE instr(body, separator) > 0
  UNION ALL
  SELECT date, form, member, 'to', substr(body, instr(body, separator) + length(separator)) FROM edtf_part
  WHERE instr(body, separator) > 0
;
CREATE VIEW edtf_reading AS
  -- What each date says: its first and last day, or the rule that it breaks. The file accepts no date that breaks one.
  WITH spelled AS (
    SELECT date, form, member, side, text,
      text = '' OR (form = 'interval' AND text = '..') AS is_open,
      CASE WHEN form <> 'set' AND substr(text, -1) IN ('?', '~', '%') THEN substr(text, 1, length(text) - 1)
           ELSE text END AS bare
    FROM edtf_end
  ), taken_apart AS (
    SELECT date, form, member, side, is_open, bare,
      substr(bare, 1, 4) AS year, substr(bare, 6, 2) AS month, substr(bare, 9, 2) AS day
    FROM spelled
  ), measured AS (
    SELECT date, form, member, side, is_open, bare, year, month, day,
      CASE WHEN month IN ('04', '06', '09', '11') THEN '30'
           WHEN month <> '02' THEN '31'
           WHEN year % 4 = 0 AND (year % 100 <> 0 OR year % 400 = 0) THEN '29'
           ELSE '28' END AS month_end
    FROM taken_apart
  ), judged AS (
    SELECT date, member, side, is_open,
      bare GLOB '[0-9][0-9][0-9][0-9]'
      OR bare GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'
      OR bare GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
      OR (form = 'plain' AND (
        bare GLOB '[0-9][0-9][0-9]X'
        OR bare GLOB '[0-9][0-9]XX'
        OR bare GLOB '[0-9][0-9][0-9][0-9]-XX'
        OR bare GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-XX'
        OR bare GLOB '[0-9][0-9][0-9][0-9]-XX-XX')) AS has_form,
      (month IN ('', 'XX') OR month BETWEEN '01' AND '12'
        OR (form = 'plain' AND length(bare) = 7 AND month BETWEEN '21' AND '24'))
      AND (day IN ('', 'XX') OR day BETWEEN '01' AND month_end) AS in_calendar,
      replace(year, 'X', '0')
        || '-' || CASE WHEN month BETWEEN '01' AND '12' THEN month ELSE '01' END
        || '-' || CASE WHEN day BETWEEN '01' AND '31' THEN day ELSE '01' END AS first_day,
      replace(year, 'X', '9')
        || '-' || CASE WHEN month BETWEEN '01' AND '12' THEN month ELSE '12' END
        || '-' || CASE WHEN day BETWEEN '01' AND '31' THEN day
                       WHEN month BETWEEN '01' AND '12' THEN month_end
                       ELSE '31' END AS last_day
    FROM measured
  ), paired AS (
    SELECT date, member, in_calendar OR is_open AS in_calendar,
      min(has_form OR (is_open AND side <> 'both')) OVER pair AND sum(is_open) OVER pair < 2 AS has_form,
      max(CASE WHEN side <> 'to' AND NOT is_open THEN first_day END) OVER pair AS first_day,
      max(CASE WHEN side <> 'from' AND NOT is_open THEN last_day END) OVER pair AS last_day
    FROM judged
    WINDOW pair AS (PARTITION BY date, member)
  ), whole AS (
    SELECT date, row_number() OVER given AS copy,
      min(has_form AND (first_day IS NOT NULL OR member = 0)) OVER given
        AND coalesce(min(CASE WHEN last_day IS NULL THEN member END) OVER given = max(member) OVER given, 1)
        AS has_form,
      min(in_calendar) OVER given AS in_calendar,
      max(coalesce(first_day > last_day, 0)) OVER given AS is_reversed,
      CASE WHEN count(first_day) OVER given = count(*) OVER given THEN min(first_day) OVER given END AS earliest,
      CASE WHEN count(last_day) OVER given = count(*) OVER given THEN max(last_day) OVER given END AS latest
    FROM paired
    WINDOW given AS (PARTITION BY date)
  )
  SELECT date,
    CASE WHEN NOT has_form OR length(date) <> length(CAST(date AS BLOB)) THEN 'date_form'
         WHEN NOT in_calendar THEN 'date_calendar'
         WHEN is_reversed THEN 'date_order' END AS broken_rule,
    earliest, latest
  FROM whole WHERE copy = 1
;
CREATE VIEW used_date AS
  -- Always empty. Whoever uses a date inserts it here first; once is enough, and an unknown date needs none.
  SELECT NULL AS date WHERE 0
;
CREATE TRIGGER used_date_inserted INSTEAD OF INSERT ON used_date
WHEN NEW.date NOT IN (SELECT date FROM edtf_date) BEGIN
  INSERT INTO edtf_date (date, earliest, latest) VALUES (NEW.date, NEW.date, NEW.date);
END;
CREATE TRIGGER edtf_date_insert BEFORE INSERT ON edtf_date BEGIN
  SELECT RAISE(IGNORE) WHERE NEW.date IS NULL OR NEW.date IN (SELECT date FROM edtf_date);
END;
CREATE TRIGGER edtf_date_inserted AFTER INSERT ON edtf_date
WHEN NOT (NEW.date GLOB '[0-9]???-??-??'
  AND (NEW.date, NEW.earliest, NEW.latest) IS (date(NEW.date, '+0 days'), NEW.date, NEW.date)) BEGIN
  INSERT INTO unread_date (date) VALUES (NEW.date);
END;
CREATE VIEW unread_date AS
  -- Always empty. A date of edtf_date that is inserted here is read, and refused if it is none.
  SELECT NULL AS date WHERE 0
;
CREATE TRIGGER unread_date_inserted INSTEAD OF INSERT ON unread_date BEGIN
  SELECT CASE broken_rule
    WHEN 'date_form' THEN RAISE(ABORT,
      'date_form: not an EDTF date; write 1944, 1944-06, 1944-06-06, 194X, 1944?, 1941/1944, 1998/.. or [1941,1944]')
    WHEN 'date_calendar' THEN RAISE(ABORT, 'date_calendar: no such month or day in the calendar')
    WHEN 'date_order' THEN RAISE(ABORT, 'date_order: the date begins after it ends') END
  FROM edtf_reading WHERE date = NEW.date;
  UPDATE edtf_date SET (earliest, latest) = (SELECT earliest, latest FROM edtf_reading WHERE date = NEW.date)
  WHERE date = NEW.date;
END;
CREATE TRIGGER edtf_date_update BEFORE UPDATE ON edtf_date
WHEN NOT (OLD.date GLOB '[0-9]???-??-??'
  AND (NEW.date, NEW.earliest, NEW.latest) IS (OLD.date, date(OLD.date, '+0 days'), OLD.date)) BEGIN
  SELECT RAISE(ABORT, 'edtf_date_kept: the days of a date follow from its text and cannot be set')
  WHERE NEW.date IS NOT OLD.date
    OR (NEW.earliest, NEW.latest) IS NOT (SELECT earliest, latest FROM edtf_reading WHERE date = OLD.date);
END;
CREATE TRIGGER edtf_date_delete BEFORE DELETE ON edtf_date BEGIN
  SELECT RAISE(ABORT, 'edtf_date_kept: rows may use this date; leave it');
END;
CREATE VIEW revision AS
  -- What is known of a bond, by the moments at which that changed: 'now', which is all that is recorded, and every
  -- earlier moment. Known at moment R is what was recorded until then, and 'now' sorts after every moment.
  SELECT id AS bond_id, 'now' AS known_at FROM bond
  UNION ALL
  SELECT DISTINCT bond_id, recorded_at FROM bond_event
  UNION ALL
  SELECT DISTINCT bond_id, recorded_at FROM bond_party AS p
  WHERE NOT EXISTS (SELECT 1 FROM bond_event AS e WHERE e.bond_id = p.bond_id AND e.recorded_at = p.recorded_at)
;
CREATE VIEW dated_event AS
  -- Every act in the log with what its kind does, the days of its date, and when another act took its place. Its sort is
  -- its kind, or formed, resumed, contested or exchanged for a kind of which that is the broader one.
  SELECT e.id AS id, e.uid AS uid, e.bond_id AS bond_id, e.kind AS kind, e.date AS date, e.decided AS decided,
    e.city_id AS city_id, e.reason AS reason, e.condition AS condition, e.note AS note, e.rank AS rank,
    e.caused_by AS caused_by, e.corrects AS corrects, e.recorded_at AS recorded_at, k.effect AS effect,
    k.begins AS begins, k.observes AS observes, d.earliest AS earliest, d.latest AS latest,
    CASE WHEN e.kind = 'formed' OR e.kind = 'resumed' OR e.kind = 'contested' OR e.kind = 'exchanged' THEN e.kind
         WHEN k.broader = 'formed' OR k.broader = 'resumed' OR k.broader = 'contested' OR k.broader = 'exchanged'
         THEN k.broader
         ELSE e.kind END AS sort,
    (SELECT c.recorded_at FROM bond_event AS c WHERE c.corrects = e.id) AS superseded_at
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind
  LEFT JOIN edtf_date AS d ON d.date = e.date
;
CREATE VIEW known_event AS
  -- The acts that make state as known at each revision: the log less what is rival, corrected or retracted. The bond_id
  -- is the revision's, not the act's: so a condition on it reaches both, however deep it comes from.
  SELECT r.known_at AS known_at, e.id AS id, e.uid AS uid, r.bond_id AS bond_id, e.kind AS kind, e.date AS date,
    e.decided AS decided, e.city_id AS city_id, e.reason AS reason, e.condition AS condition, e.note AS note,
    e.rank AS rank, e.caused_by AS caused_by, e.corrects AS corrects, e.recorded_at AS recorded_at, e.effect AS effect,
    e.begins AS begins, e.observes AS observes, e.earliest AS earliest, e.latest AS latest, e.sort AS sort
  FROM revision AS r
  JOIN dated_event AS e ON e.bond_id = r.bond_id AND e.recorded_at <= r.known_at
  WHERE e.rank <> 'rival' AND e.effect <> 'retraction'
    AND (e.superseded_at > r.known_at) IS NOT FALSE
;
CREATE VIEW known_act AS
  -- The standing acts of each bond in order, as known at each revision; position counts from 1. An undated beginning
  -- comes before every dated act, but one that only shows the bond in force comes right after its first dated forming,
  -- if that was no later than its recording: no bond is in force before it is formed. Any other undated act happened at
  -- the latest on the day on which it was recorded, and comes after every act that is dated no later than that.
  -- The state after an act began between from_earliest, the act's first day, and from_latest, the least last day of it
  -- and all later acts, since acts keep their order. An act that shows a bond in force, and that none comes before which
  -- says anything of its state, leaves open since when.
  WITH founded AS (
    SELECT *, min(CASE WHEN begins AND NOT observes AND effect = 'active' AND date IS NOT NULL
                       THEN coalesce(earliest, '0000-01-01') || recorded_at || coalesce(uid, '') END)
                OVER (PARTITION BY bond_id, known_at) AS first_forming
    FROM known_event
  ), placed AS (
    SELECT *, CASE WHEN date IS NULL AND observes AND substr(first_forming, 1, 10) <= substr(recorded_at, 1, 10)
                   THEN first_forming END AS founding
    FROM founded
  ), dated AS (
    SELECT e.known_at, e.bond_id, e.id AS event_id, e.uid, e.kind, e.effect, e.begins, e.observes, e.city_id, e.date,
      e.recorded_at, e.sort,
      e.founding IS NOT NULL AS is_placed,
      e.date IS NULL AND NOT e.begins AS is_late,
      CASE WHEN e.date IS NOT NULL OR e.begins THEN coalesce(substr(e.founding, 1, 10), e.earliest, '0000-01-01') END
        AS day,
      coalesce(substr(e.founding, 11), e.recorded_at || coalesce(e.uid, '')) AS told,
      CASE WHEN e.date IS NULL THEN substr(e.recorded_at, 1, 10) ELSE e.latest END AS last_day
    FROM placed AS e
  ), ordered AS (
    SELECT known_at, bond_id, event_id, kind, effect, begins, city_id, date, last_day, sort,
      row_number() OVER log AS position,
      observes AND sum(effect <> 'none' AND NOT (effect = 'membership' AND begins AND date IS NULL)) OVER log = 1 AS opens,
      coalesce(day, max(day) OVER log, '0000-01-01') AS first_day
    FROM dated
    WINDOW log AS (PARTITION BY bond_id, known_at
                   ORDER BY date IS NOT NULL OR is_late OR is_placed, coalesce(day, last_day), is_late, told, is_placed,
                     recorded_at, uid
                   ROWS UNBOUNDED PRECEDING)
  )
  SELECT known_at, bond_id, position, event_id, kind, effect, begins, city_id, date,
    CASE WHEN opens THEN '0000-01-01' ELSE first_day END AS from_earliest,
    min(last_day) OVER (PARTITION BY bond_id, known_at ORDER BY position
                        ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS from_latest,
    CASE WHEN NOT opens THEN date END AS since, sort
  FROM ordered
;
CREATE VIEW known_pair_state AS
  -- After each act, for each party beside each other party: its stance, which is its latest act that has an effect, its
  -- own or a joint one, and a proposal only where nothing else came; whether it is a member, and whether the other is; and
  -- the status of the bond. Once ended by its parties it stays ended; one that fewer than two members are left in is
  -- ended until another party joins.
  WITH facing AS (
    SELECT a.known_at AS known_at, a.bond_id AS bond_id, a.position AS position, p.city_id AS city_id,
      t.city_id AS twin_id, a.event_id AS event_id, a.from_earliest AS from_earliest, a.from_latest AS from_latest,
      a.since AS since, a.sort AS sort,
      CASE WHEN a.effect NOT IN ('membership', 'none')
             AND coalesce(a.city_id, p.city_id) = p.city_id
           THEN printf('%09d', CASE WHEN a.effect = 'proposed' THEN 0 ELSE a.position END) || a.effect END AS stance,
      CASE WHEN a.effect = 'membership' AND a.city_id = p.city_id THEN a.position * 2 + a.begins END AS moved,
      CASE WHEN a.effect = 'membership' AND a.city_id = t.city_id THEN a.position * 2 + a.begins END AS twin_moved,
      (SELECT count(*) - 1 FROM bond_party AS o
       WHERE o.bond_id = a.bond_id AND o.recorded_at <= a.known_at) AS others
    FROM known_act AS a
    JOIN bond_party AS p ON p.bond_id = a.bond_id AND p.recorded_at <= a.known_at
    JOIN bond_party AS t ON t.bond_id = a.bond_id AND t.recorded_at <= a.known_at AND t.city_id <> p.city_id
  ), standing AS (
    -- A party that never moved is a member throughout; one whose first move is to join was none before.
    SELECT known_at, bond_id, position, city_id, twin_id, event_id, from_earliest, from_latest, since, sort, others,
      substr(max(stance) OVER so_far, 10) AS stance,
      coalesce(max(moved) OVER so_far % 2, min(moved) OVER life % 2 = 0, 1) AS is_member,
      max(moved) OVER so_far % 2 = 0 AS has_left,
      coalesce(max(twin_moved) OVER so_far % 2, min(twin_moved) OVER life % 2 = 0, 1) AS twin_is_member
    FROM facing
    WINDOW life AS (PARTITION BY bond_id, known_at, city_id, twin_id),
      so_far AS (life ORDER BY position ROWS UNBOUNDED PRECEDING)
  ), counted AS (
    -- Each party stands here once for every other one, so a sum counts it that many times.
    SELECT known_at, bond_id, position, city_id, twin_id, event_id, from_earliest, from_latest, since, sort,
      stance, is_member, twin_is_member,
      sum(is_member AND stance = 'ended') OVER together > 0
        AND sum(is_member AND stance IS NOT 'ended') OVER together < 2 * others AS ends,
      max(has_left) OVER together AND sum(is_member) OVER together < 2 * others AS is_deserted,
      max(is_member AND stance = 'suspended') OVER together AS suspended,
      max(is_member AND stance = 'dormant') OVER together AS dormant,
      max(is_member AND stance = 'active') OVER together AS active,
      max(stance IS NOT NULL) OVER together AS has_begun
    FROM standing
    WINDOW together AS (PARTITION BY bond_id, known_at, position)
  )
  SELECT known_at, bond_id, position, city_id, twin_id, event_id, from_earliest, from_latest, since, sort,
    stance, is_member, twin_is_member,
    CASE WHEN max(ends) OVER (PARTITION BY bond_id, known_at ORDER BY position) OR is_deserted THEN 'ended'
         WHEN suspended THEN 'suspended' WHEN dormant THEN 'dormant'
         WHEN active THEN 'active' WHEN has_begun THEN 'proposed' END AS status
  FROM counted
;
CREATE VIEW known_party_state AS
  -- After each act, for each party: its stance, whether it is a member, and the status of the bond.
  SELECT s.known_at AS known_at, s.bond_id AS bond_id, s.position AS position, s.city_id AS city_id, s.stance AS stance,
    s.is_member AS is_member, s.status AS status, s.event_id AS event_id, s.from_earliest AS from_earliest,
    s.from_latest AS from_latest, s.sort AS sort
  FROM known_pair_state AS s
  WHERE s.twin_id = (SELECT min(o.city_id) FROM bond_party AS o
                     WHERE o.bond_id = s.bond_id AND o.recorded_at <= s.known_at AND o.city_id <> s.city_id)
;
CREATE VIEW known_bond_span AS
  -- The whole life of each bond: a row a stretch of equal status, and the act that opened it. Neighbouring stretches
  -- of equal status are one. The act that formed the bond, the first of its sort, stands with the stretch that it falls
  -- in, or with the first where there was none yet.
  WITH compared AS (
    SELECT known_at, bond_id, position, status, event_id, from_earliest, from_latest,
      lag(status, 1, '') OVER (PARTITION BY bond_id, known_at ORDER BY position) AS before,
      min(CASE WHEN sort = 'formed' THEN position END) OVER (PARTITION BY bond_id, known_at) AS forming
    FROM known_party_state AS s
    WHERE s.city_id = (SELECT min(o.city_id) FROM bond_party AS o
                       WHERE o.bond_id = s.bond_id AND o.recorded_at <= s.known_at)
  ), formed AS (
    SELECT *,
      max(CASE WHEN position = forming THEN event_id END) OVER whole AS forming_id,
      max(CASE WHEN position = forming THEN from_earliest END) OVER whole AS formed_earliest,
      max(CASE WHEN position = forming THEN from_latest END) OVER whole AS formed_latest,
      min(CASE WHEN status IS NOT NULL THEN position END) OVER whole AS first_position
    FROM compared
    WINDOW whole AS (PARTITION BY bond_id, known_at)
  ), closed AS (
    SELECT *,
      lead(from_earliest) OVER life AS to_earliest,
      lead(from_latest) OVER life AS to_latest,
      (position = first_position OR position <= forming)
        AND coalesce(forming < min(CASE WHEN status IS NOT NULL THEN position END)
                                 OVER (life ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), 1) AS has_forming
    FROM formed WHERE status IS NOT before
    WINDOW life AS (PARTITION BY bond_id, known_at ORDER BY position)
  )
  SELECT known_at, bond_id, position, status, from_earliest, from_latest, to_earliest, to_latest, event_id,
    CASE WHEN has_forming THEN forming_id END AS forming_id,
    CASE WHEN has_forming THEN formed_earliest END AS formed_earliest,
    CASE WHEN has_forming THEN formed_latest END AS formed_latest
  FROM closed WHERE status IS NOT NULL
;
CREATE VIEW known_pair_span AS
  -- The whole life of each pair of a bond's parties, from each side: the bond's status while both are members, and
  -- ended after that.
  WITH held AS (
    SELECT known_at, bond_id, position, city_id, twin_id, from_earliest, from_latest, since,
      CASE WHEN is_member AND twin_is_member THEN status
           WHEN max(is_member AND twin_is_member AND status IS NOT NULL) OVER so_far THEN 'ended' END AS status
    FROM known_pair_state
    WINDOW so_far AS (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position ROWS UNBOUNDED PRECEDING)
  ), compared AS (
    SELECT known_at, bond_id, position, city_id, twin_id, from_earliest, from_latest, since, status,
      lag(status, 1, '') OVER (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position) AS before
    FROM held
  ), closed AS (
    SELECT known_at, bond_id, position, city_id, twin_id, status, from_earliest, from_latest,
      lead(from_earliest) OVER life AS to_earliest,
      lead(from_latest) OVER life AS to_latest,
      since
    FROM compared WHERE status IS NOT before
    WINDOW life AS (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position)
  )
  SELECT known_at, city_id, bond_id, twin_id,
    row_number() OVER whole AS position,
    status, from_earliest, from_latest, to_earliest, to_latest,
    nullif(substr(coalesce(min(CASE WHEN status NOT IN ('proposed', 'ended')
                                    THEN printf('%09d', position) || coalesce(since, '') END) OVER whole,
                           min(printf('%09d', position) || coalesce(since, '')) OVER whole), 10), '') AS since,
    last_value(CASE WHEN status = 'ended' THEN since END) OVER whole AS until
  FROM closed WHERE status IS NOT NULL
  WINDOW whole AS (PARTITION BY bond_id, known_at, city_id, twin_id ORDER BY position
                   ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
;
CREATE VIEW standing_event AS
  -- The acts that make state: the log less what is rival, corrected or retracted. This is known_event as known now,
  -- said so that a condition on bond_id finds its rows by the index.
  SELECT id, uid, bond_id, kind, date, decided, city_id, reason, condition, note, rank, caused_by, corrects, recorded_at,
    effect, begins, observes, earliest, latest, sort
  FROM dated_event WHERE rank <> 'rival' AND effect <> 'retraction' AND superseded_at IS NULL
;
CREATE VIEW bond_act AS
  -- The standing acts of each bond in order.
  SELECT bond_id, position, event_id, kind, effect, begins, city_id, date, from_earliest, from_latest, since, sort
  FROM known_act WHERE known_at = 'now'
;
CREATE VIEW party_state AS
  -- After each act, for each party: its stance, whether it is a member, and the status of the bond.
  SELECT bond_id, position, city_id, stance, is_member, status, event_id, from_earliest, from_latest
  FROM known_party_state WHERE known_at = 'now'
;
CREATE VIEW bond_stretch AS
  -- The whole life of each bond. This defines the table bond_span.
  SELECT bond_id, position, status, from_earliest, from_latest, to_earliest, to_latest, event_id, forming_id,
    formed_earliest, formed_latest,
    CASE WHEN substr(from_earliest, 1, 3) = substr(from_latest, 1, 3) THEN substr(from_earliest, 1, 3) * 10 END
      AS from_decade,
    CASE WHEN substr(formed_earliest, 1, 3) = substr(formed_latest, 1, 3) THEN substr(formed_earliest, 1, 3) * 10 END
      AS formed_decade
  FROM known_bond_span WHERE known_at = 'now'
;
CREATE VIEW own_span AS
  -- The whole life of each pair of a bond's parties, from each side, as if none of them had been followed by another.
  SELECT city_id, bond_id, twin_id, position, status, from_earliest, from_latest, to_earliest, to_latest, since, until
  FROM known_pair_span WHERE known_at = 'now'
;
CREATE VIEW steady_span AS
  -- What own_span says of the bonds that no party joined or left, by the stored life of the bond, at a tenth of the cost:
  -- each pair has that life.
  WITH told AS (
    SELECT s.*, row_number() OVER life AS place,
      CASE WHEN row_number() OVER life > 1 OR NOT k.observes THEN e.date END AS since
    FROM bond_span AS s
    JOIN bond_event AS e ON e.id = s.event_id
    JOIN event_kind AS k ON k.code = e.kind
    WINDOW life AS (PARTITION BY s.bond_id ORDER BY s.position)
  ), summed AS (
    SELECT *,
      nullif(substr(coalesce(min(CASE WHEN status NOT IN ('proposed', 'ended')
                                      THEN printf('%09d', place) || coalesce(since, '') END) OVER whole,
                             min(printf('%09d', place) || coalesce(since, '')) OVER whole), 10), '') AS began,
      last_value(CASE WHEN status = 'ended' THEN since END) OVER whole AS finished
    FROM told
    WINDOW whole AS (PARTITION BY bond_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )
  SELECT p.city_id AS city_id, s.bond_id AS bond_id, t.city_id AS twin_id, s.place AS position, s.status AS status,
    s.from_earliest AS from_earliest, s.from_latest AS from_latest, s.to_earliest AS to_earliest,
    s.to_latest AS to_latest, s.began AS since, s.finished AS until
  FROM summed AS s
  JOIN bond_party AS p ON p.bond_id = s.bond_id
  JOIN bond_party AS t ON t.bond_id = s.bond_id AND t.city_id <> p.city_id
  WHERE NOT EXISTS (SELECT 1 FROM bond_event AS m JOIN event_kind AS k ON k.code = m.kind AND k.effect = 'membership'
                    WHERE m.bond_id = s.bond_id)
;
CREATE VIEW dated_succession AS
  -- Each succession by which bonds are carried, with the days of its date; an undated one happened at the latest when it
  -- was recorded.
  SELECT s.id AS succession_id, s.predecessor_id AS predecessor_id, s.successor_id AS successor_id, s.kind AS kind,
    s.date AS date, coalesce(d.earliest, '0000-01-01') AS earliest,
    CASE WHEN s.date IS NULL THEN substr(s.recorded_at, 1, 10) ELSE d.latest END AS latest
  FROM succession AS s
  JOIN succession_kind AS k ON k.code = s.kind AND k.carries
  LEFT JOIN edtf_date AS d ON d.date = s.date
;
CREATE VIEW bearer AS
  -- Who stands for each party that was followed by another: itself until then, its successors from then on, theirs after
  -- them. From '' is from the beginning; NULL is no bound. What came before one stood for it says nothing of its end.
  WITH RECURSIVE heir (party_id, bearer_id, since, from_earliest, from_latest) AS (
    SELECT predecessor_id, predecessor_id, NULL, '', '' FROM dated_succession
    UNION
    SELECT h.party_id, s.successor_id, s.date, max(h.from_earliest, s.earliest), max(h.from_latest, s.latest)
    FROM heir AS h JOIN dated_succession AS s ON s.predecessor_id = h.bearer_id
      AND coalesce(s.latest, '~') >= h.from_earliest
  )
  SELECT h.party_id AS party_id, h.bearer_id AS bearer_id, h.since AS since,
    (SELECT s.date FROM dated_succession AS s
     WHERE s.predecessor_id = h.bearer_id AND coalesce(s.latest, '~') >= h.from_earliest
     ORDER BY s.earliest, s.succession_id LIMIT 1) AS until,
    h.from_earliest AS from_earliest, h.from_latest AS from_latest,
    (SELECT min(s.earliest) FROM dated_succession AS s
     WHERE s.predecessor_id = h.bearer_id AND coalesce(s.latest, '~') >= h.from_earliest) AS to_earliest,
    (SELECT min(s.latest) FROM dated_succession AS s
     WHERE s.predecessor_id = h.bearer_id AND coalesce(s.latest, '~') >= h.from_earliest) AS to_latest
  FROM heir AS h
;
CREATE VIEW pair_span AS
  -- The whole life of each pair, from each side, and whose part of the bond each of the two carries. This defines the
  -- table twin_span.
  WITH met AS (
    -- Each stretch of two parties, for each two that stand for them; '~' is after every day.
    SELECT coalesce(c.bearer_id, s.city_id) AS city_id, s.bond_id AS bond_id, coalesce(t.bearer_id, s.twin_id) AS twin_id,
      s.city_id AS party_id, s.twin_id AS twin_party_id, s.position AS position, s.status AS status,
      s.status = 'ended' AND s.to_earliest IS NULL AS is_over,
      max(s.from_earliest, coalesce(c.from_earliest, ''), coalesce(t.from_earliest, '')) AS from_earliest,
      max(s.from_latest, CASE WHEN c.party_id IS NULL THEN '' ELSE c.from_latest END,
        CASE WHEN t.party_id IS NULL THEN '' ELSE t.from_latest END) AS from_latest,
      coalesce(s.to_earliest, '~') AS to_earliest, coalesce(s.to_latest, '~') AS to_latest,
      min(coalesce(c.to_earliest, '~'), coalesce(t.to_earliest, '~')) AS closing_earliest,
      min(coalesce(c.to_latest, '~'), coalesce(t.to_latest, '~')) AS closing_latest,
      CASE WHEN coalesce(c.to_earliest, '~') <= coalesce(t.to_earliest, '~') THEN c.until ELSE t.until END AS closed,
      CASE WHEN coalesce(c.bearer_id, s.city_id) = s.city_id AND coalesce(t.bearer_id, s.twin_id) = s.twin_id
             OR max(coalesce(c.from_latest, c.from_earliest, ''), coalesce(t.from_latest, t.from_earliest, ''))
                <= s.from_earliest OR s.status = 'proposed' THEN s.since
           WHEN coalesce(c.from_earliest, '') < coalesce(t.from_earliest, '') THEN t.since ELSE c.since END AS since,
      s.until AS until, coalesce(c.party_id, t.party_id) IS NULL AS is_untouched,
      printf('%d %d %s %s', s.city_id, s.twin_id, c.from_earliest, t.from_earliest) AS line
    FROM own_span AS s
    LEFT JOIN bearer AS c ON c.party_id = s.city_id
    LEFT JOIN bearer AS t ON t.party_id = s.twin_id
    WHERE coalesce(c.bearer_id, s.city_id) <> coalesce(t.bearer_id, s.twin_id)
      -- Who follows a party is no twin of it, nor of another who does, but for what they were to each other before.
      AND NOT EXISTS (SELECT 1 FROM bearer AS h
                      WHERE h.party_id = s.city_id AND h.bearer_id = s.twin_id
                        AND (c.bearer_id <> s.city_id OR c.to_earliest <= s.from_earliest))
      AND NOT EXISTS (SELECT 1 FROM bearer AS h
                      WHERE h.party_id = s.twin_id AND h.bearer_id = s.city_id
                        AND (t.bearer_id <> s.twin_id OR t.to_earliest <= s.from_earliest))
  ), borne AS (
    -- Cut to the days on which the two stand for them. What is over when they cease to is over then at the latest.
    SELECT city_id, bond_id, twin_id, party_id, twin_party_id, line, position, status, is_over, closed, since,
      CASE WHEN is_over THEN min(from_earliest, closing_earliest) ELSE from_earliest END AS from_earliest,
      CASE WHEN is_over THEN nullif(min(coalesce(from_latest, '~'), closing_latest), '~') ELSE from_latest END
        AS from_latest,
      CASE WHEN NOT is_over THEN min(to_earliest, closing_earliest) END AS to_earliest,
      CASE WHEN NOT is_over THEN min(to_latest, closing_latest) END AS to_latest,
      closing_earliest, closing_latest,
      CASE WHEN is_over AND closing_earliest < from_earliest THEN closed ELSE until END AS until
    FROM met
    WHERE is_untouched OR is_over OR from_earliest < min(to_latest, closing_latest)
  ), whole AS (
    SELECT *,
      first_value(since) OVER life AS began,
      max(status <> 'ended') OVER life AS was_in_force,
      position = max(position) OVER life AND NOT max(is_over) OVER life AND closing_earliest <> '~' AS is_cut_short,
      CASE WHEN max(is_over) OVER life THEN max(CASE WHEN is_over THEN until END) OVER life
           WHEN closing_earliest <> '~' THEN closed END AS finished
    FROM borne
    WINDOW life AS (PARTITION BY bond_id, city_id, twin_id, line ORDER BY position
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), told AS (
    SELECT city_id, bond_id, twin_id, party_id, twin_party_id, line, position, closes, began, finished,
      CASE WHEN closes THEN 'ended' ELSE status END AS status,
      CASE WHEN closes THEN closing_earliest ELSE from_earliest END AS from_earliest,
      CASE WHEN closes THEN nullif(closing_latest, '~') ELSE from_latest END AS from_latest,
      CASE WHEN NOT closes THEN nullif(to_earliest, '~') END AS to_earliest,
      CASE WHEN NOT closes THEN nullif(to_latest, '~') END AS to_latest
    FROM whole JOIN (SELECT 0 AS closes UNION ALL SELECT 1)
    WHERE (NOT closes OR is_cut_short) AND (was_in_force OR (city_id = party_id AND twin_id = twin_party_id))
  ), measured AS (
    SELECT *, city_id = party_id AND twin_id = twin_party_id AS is_own,
      min(from_earliest) OVER line AS line_from,
      min(coalesce(from_latest, '~')) OVER line AS line_from_latest,
      coalesce(min(CASE WHEN status = 'ended' AND to_earliest IS NULL THEN from_earliest END) OVER line, '~') AS line_to
    FROM told
    WINDOW line AS (PARTITION BY bond_id, city_id, twin_id, line)
  ), compared AS (
    -- Two may be bound by more than one pair of parties of a bond. The one that lasts longest counts, their own before one
    -- that they carry, and before it what else there was.
    SELECT *,
      coalesce(min(line_from) OVER longer, '~') AS next_from,
      coalesce(min(line_from_latest) OVER longer, '~') AS next_from_latest
    FROM measured
    WINDOW longer AS (PARTITION BY bond_id, city_id, twin_id ORDER BY line_to DESC, is_own DESC, line_from, line
                      GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  )
  SELECT city_id, bond_id, twin_id,
    row_number() OVER (PARTITION BY bond_id, city_id, twin_id ORDER BY line_from, line, position, closes) AS position,
    status, from_earliest, from_latest,
    nullif(min(coalesce(to_earliest, '~'), next_from), '~') AS to_earliest,
    nullif(min(coalesce(to_latest, '~'), next_from_latest), '~') AS to_latest,
    began AS since, finished AS until,
    nullif(party_id, city_id) AS carried_from, nullif(twin_party_id, twin_id) AS twin_carried_from,
    (SELECT kind FROM bond WHERE id = bond_id) AS kind
  FROM compared
  WHERE from_earliest < next_from
;
CREATE VIEW first_act AS
  -- Each act as if it were the only one of its bond, and a beginning.
  SELECT e.bond_id AS bond_id, e.id AS event_id, k.effect AS status,
    CASE WHEN k.observes THEN '0000-01-01' ELSE coalesce(d.earliest, '0000-01-01') END AS from_earliest,
    CASE WHEN e.date IS NULL THEN substr(e.recorded_at, 1, 10) ELSE d.latest END AS from_latest,
    k.code = 'formed' OR (k.broader IS 'formed' AND k.code <> 'resumed' AND k.code <> 'contested'
                          AND k.code <> 'exchanged') AS forms
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind
  LEFT JOIN edtf_date AS d ON d.date = e.date
;
CREATE VIEW first_stretch AS
  -- What bond_stretch says of a bond that has no other act.
  SELECT bond_id, 1 AS position, status, from_earliest, from_latest, NULL AS to_earliest, NULL AS to_latest, event_id,
    iif(forms, event_id, NULL) AS forming_id, iif(forms, from_earliest, NULL) AS formed_earliest,
    iif(forms, from_latest, NULL) AS formed_latest, decade AS from_decade, iif(forms, decade, NULL) AS formed_decade
  FROM (SELECT *, CASE WHEN substr(from_earliest, 1, 3) = substr(from_latest, 1, 3)
                       THEN substr(from_earliest, 1, 3) * 10 END AS decade FROM first_act)
;
CREATE VIEW first_span AS
  -- What pair_span says of one whose life in bond_span is that stretch, and none of whose parties another followed.
  SELECT p.city_id AS city_id, s.bond_id AS bond_id, t.city_id AS twin_id, 1 AS position, s.status AS status,
    s.from_earliest AS from_earliest, s.from_latest AS from_latest, NULL AS to_earliest, NULL AS to_latest,
    CASE WHEN NOT k.observes THEN e.date END AS since, NULL AS until, NULL AS carried_from, NULL AS twin_carried_from,
    b.kind AS kind
  FROM bond_span AS s
  JOIN bond AS b ON b.id = s.bond_id
  JOIN bond_event AS e ON e.id = s.event_id
  JOIN event_kind AS k ON k.code = e.kind
  JOIN bond_party AS p ON p.bond_id = s.bond_id
  JOIN bond_party AS t ON t.bond_id = s.bond_id AND t.city_id <> p.city_id
;
CREATE VIEW city_called AS
  -- Every name of every city with the days between which it was used; NULL days: not known to have begun or ended.
  SELECT n.city_id AS city_id, n.name AS name, n.language AS language, n.kind AS kind, n.since AS since,
    n.until AS until, s.earliest AS from_earliest, s.latest AS from_latest,
    u.earliest AS to_earliest, u.latest AS to_latest,
    n.id AS name_id
  FROM city_name AS n
  LEFT JOIN edtf_date AS s ON s.date = n.since
  LEFT JOIN edtf_date AS u ON u.date = n.until
;
CREATE VIEW city_by_any_name AS
  -- Each city under each of its names, of any era and language, that of today among them.
  SELECT name, folded, name AS city, country, NULL AS language, NULL AS kind, NULL AS since, NULL AS until, id AS city_id
  FROM city
  UNION ALL
  SELECT n.name, n.folded, c.name, c.country, n.language, n.kind, n.since, n.until, n.city_id
  FROM city_name AS n JOIN city AS c ON c.id = n.city_id
;
CREATE VIEW dated_name AS
  -- The names in law of the cities that changed theirs. The name on day D is the one with the greatest from_earliest for
  -- which (from_earliest IS NULL OR from_earliest <= D) AND (to_latest IS NULL OR D < to_latest); else that of today.
  SELECT city_id, name, from_earliest, from_latest, to_earliest, to_latest, name_id
  FROM city_called
  WHERE kind = 'official' AND since IS NOT NULL OR kind IN ('official', 'former') AND until IS NOT NULL
;
CREATE VIEW dated_country AS
  -- The countries of the cities that belonged to more than one. The country on day D is the one with the greatest
  -- from_earliest for which (from_earliest IS NULL OR from_earliest <= D) AND (to_latest IS NULL OR D < to_latest); else
  -- that of today.
  SELECT n.city_id AS city_id, n.country AS country, s.earliest AS from_earliest, s.latest AS from_latest,
    u.earliest AS to_earliest, u.latest AS to_latest, n.id AS spell_id
  FROM city_country AS n
  LEFT JOIN edtf_date AS s ON s.date = n.since
  LEFT JOIN edtf_date AS u ON u.date = n.until
;
CREATE VIEW stated_policy AS
  -- What cities have decided of all their bonds at once, with the days between which it held; NULL days: no bound.
  SELECT c.name AS city, c.country AS country, p.policy AS policy, p.since AS since, p.until AS until, p.note AS note,
    s.earliest AS from_earliest, s.latest AS from_latest, u.earliest AS to_earliest, u.latest AS to_latest,
    p.city_id AS city_id
  FROM city_policy AS p
  JOIN city AS c ON c.id = p.city_id
  LEFT JOIN edtf_date AS s ON s.date = p.since
  LEFT JOIN edtf_date AS u ON u.date = p.until
;
CREATE VIEW bond_parties AS
  -- The names of a bond's parties today, as one text in the order of their ids: Coventry - Volgograd.
  SELECT b.id AS bond_id,
    coalesce((SELECT group_concat(name, ' - ')
              FROM (SELECT c.name AS name FROM bond_party AS p JOIN city AS c ON c.id = p.city_id
                    WHERE p.bond_id = b.id ORDER BY p.city_id)), '') AS parties
  FROM bond AS b
;
CREATE VIEW party AS
  -- Each party of each bond, by name.
  SELECT p.bond_id AS bond_id, c.name AS city, c.country AS country, c.kind AS kind, c.fictional AS fictional,
    p.city_id AS city_id, c.population AS population
  FROM bond_party AS p JOIN city AS c ON c.id = p.city_id
;
CREATE VIEW event_reason AS
  -- Each standing act that has a reason, with that reason and with every broader one.
  WITH RECURSIVE case_of (code, reason) AS (
    SELECT code, code FROM reason
    UNION
    SELECT c.code, r.broader FROM case_of AS c JOIN reason AS r ON r.code = c.reason WHERE r.broader IS NOT NULL
  )
  SELECT e.bond_id AS bond_id, e.id AS event_id, e.kind AS kind, c.reason AS reason, e.sort AS sort
  FROM standing_event AS e JOIN case_of AS c ON c.code = e.reason
;
CREATE VIEW bond_citation AS
  -- Which source supports which act of which bond.
  SELECT e.bond_id AS bond_id, c.event_id AS event_id, c.source_id AS source_id, s.title AS source,
    s.publisher AS publisher, s.url AS url, c.locator AS locator, c.quote AS quote
  FROM citation AS c
  JOIN bond_event AS e ON e.id = c.event_id
  JOIN source AS s ON s.id = c.source_id
;
CREATE VIEW event_sources AS
  -- The sources of an act as one text, publisher first.
  SELECT e.id AS event_id,
    (SELECT group_concat(said, '; ')
     FROM (SELECT coalesce(s.publisher || ': ', '') || s.title AS said
           FROM citation AS c JOIN source AS s ON s.id = c.source_id
           WHERE c.event_id = e.id ORDER BY c.id)) AS sources
  FROM bond_event AS e
;
CREATE VIEW twins_by_day AS
  -- Each stretch of equal status of each pair, with names. For any day D:
  -- possible: from_earliest <= D AND (to_latest IS NULL OR D < to_latest)
  -- certain:  from_latest <= D AND (to_earliest IS NULL OR D < to_earliest)
  SELECT c.name AS city, t.name AS twin, t.country AS country, s.kind AS kind, s.status AS status,
    s.since AS since, s.until AS until, s.from_earliest AS from_earliest, s.from_latest AS from_latest,
    s.to_earliest AS to_earliest, s.to_latest AS to_latest, s.bond_id AS bond_id, s.city_id AS city_id,
    s.twin_id AS twin_id, s.position AS position, c.country AS city_country, t.kind AS twin_kind,
    t.fictional AS fictional,
    CASE WHEN s.carried_from IS NOT NULL THEN (SELECT name FROM city WHERE id = s.carried_from) END AS carried_from,
    CASE WHEN s.twin_carried_from IS NOT NULL THEN (SELECT name FROM city WHERE id = s.twin_carried_from) END
      AS twin_carried_from
  FROM twin_span AS s
  JOIN city AS t ON t.id = s.twin_id
  -- SQLite leaves the city out where nobody asks for its name or country.
  LEFT JOIN city AS c ON c.id = s.city_id
;
CREATE VIEW twins AS
  -- Who is twinned with whom now: each pair whose bond is active, suspended or dormant today, once from each side; more
  -- than once only where the dates leave two statuses possible today.
  SELECT city, twin, country, kind, status, since, bond_id, city_id, twin_id,
    CASE WHEN from_latest <= date('now') AND (to_earliest IS NULL OR date('now') < to_earliest)
         THEN 'certain' ELSE 'possible' END AS certainty,
    twin_kind, fictional, city_country, carried_from, twin_carried_from
  FROM twins_by_day
  WHERE status NOT IN ('proposed', 'ended')
    AND from_earliest <= date('now') AND (to_latest IS NULL OR date('now') < to_latest)
;
CREATE VIEW twins_as_known AS
  -- What the registry said at any moment: each stretch of each pair of parties, for each span of time in which it was
  -- believed; what a successor carries is not in it.
  -- As known at moment R: known_from <= R AND (known_to IS NULL OR R < known_to). The days are as in twins_by_day.
  SELECT c.name AS city, t.name AS twin, t.country AS country, b.kind AS kind, s.status AS status,
    s.since AS since, s.until AS until, s.known_at AS known_from,
    (SELECT min(r.known_at) FROM revision AS r
     WHERE r.bond_id = s.bond_id AND r.known_at > s.known_at AND r.known_at <> 'now') AS known_to,
    s.from_earliest AS from_earliest, s.from_latest AS from_latest, s.to_earliest AS to_earliest,
    s.to_latest AS to_latest, s.bond_id AS bond_id, s.city_id AS city_id, s.twin_id AS twin_id, s.position AS position
  FROM known_pair_span AS s
  JOIN city AS c ON c.id = s.city_id
  JOIN city AS t ON t.id = s.twin_id
  JOIN bond AS b ON b.id = s.bond_id
  WHERE s.known_at <> 'now'
;
CREATE VIEW twins_ever AS
  -- Who was ever twinned with whom: each pair of each bond once from each side, with its last status. twin_then is what
  -- the twin was called when the pair began.
  SELECT first.city AS city, first.twin AS twin, first.country AS country, first.kind AS kind, last.status AS status,
    first.since AS since, last.until AS until,
    first.from_earliest AS since_earliest, first.from_latest AS since_latest,
    CASE WHEN last.status = 'ended' THEN last.from_earliest END AS until_earliest,
    CASE WHEN last.status = 'ended' THEN last.from_latest END AS until_latest,
    coalesce((SELECT n.name FROM dated_name AS n
              WHERE n.city_id = first.twin_id
                AND (n.from_earliest IS NULL OR n.from_earliest <= first.from_latest)
                AND (n.to_latest IS NULL OR first.from_latest < n.to_latest)
              ORDER BY n.from_earliest DESC, n.name_id LIMIT 1), first.twin) AS twin_then,
    first.bond_id AS bond_id, first.city_id AS city_id, first.twin_id AS twin_id,
    first.twin_kind AS twin_kind, first.fictional AS fictional, first.carried_from AS carried_from,
    first.twin_carried_from AS twin_carried_from
  FROM twins_by_day AS first
  JOIN twin_span AS last ON last.city_id = first.city_id AND last.bond_id = first.bond_id
    AND last.twin_id = first.twin_id
    AND last.position = (SELECT max(position) FROM twin_span AS s WHERE s.city_id = first.city_id
                         AND s.bond_id = first.bond_id AND s.twin_id = first.twin_id)
  WHERE first.position = coalesce((SELECT min(position) FROM twin_span AS s
                                   WHERE s.city_id = first.city_id AND s.bond_id = first.bond_id
                                     AND s.twin_id = first.twin_id AND s.status NOT IN ('proposed', 'ended')), 1)
;
CREATE VIEW bond_by_day AS
  -- Each bond once for every stretch of equal status, and once before its first act, with position 0 and no status. The
  -- bond as it stands on day D is the row of the highest position for which from_earliest <= D; it stands so for certain
  -- if from_latest <= D.
  WITH stretch AS (
    SELECT id AS bond_id, 0 AS position, NULL AS status, NULL AS event_id, '' AS from_earliest, '' AS from_latest,
      NULL AS forming_id
    FROM bond
    UNION ALL
    SELECT bond_id, position, status, event_id, from_earliest, from_latest, forming_id FROM bond_span
  ), told AS (
    SELECT bond_id, position, status, event_id, from_earliest, from_latest,
      EXISTS (SELECT 1 FROM standing_event AS c WHERE c.bond_id = s.bond_id AND c.sort = 'contested') AS contested,
      max(forming_id) OVER life AS forming_id, lead(from_earliest) OVER life AS next_from
    FROM stretch AS s
    WINDOW life AS (PARTITION BY bond_id ORDER BY position ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  )
  SELECT s.bond_id AS bond_id, p.parties AS parties, b.kind AS kind, s.status AS status, s.contested AS contested,
    f.date AS formed, CASE WHEN s.status = 'ended' THEN e.date END AS ended, e.reason AS reason, b.title AS title,
    e.condition AS condition, b.note AS note, s.position AS position, s.from_earliest AS from_earliest,
    s.from_latest AS from_latest, s.event_id AS event_id, e.date AS since, c.name AS by_city, f.reason AS motive,
    (SELECT n.sources FROM event_sources AS n WHERE n.event_id = s.forming_id) AS sources,
    d.earliest AS formed_earliest, d.latest AS formed_latest, s.next_from AS next_from
  FROM told AS s
  JOIN bond AS b ON b.id = s.bond_id
  JOIN bond_parties AS p ON p.bond_id = s.bond_id
  LEFT JOIN bond_event AS e ON e.id = s.event_id
  LEFT JOIN city AS c ON c.id = e.city_id
  LEFT JOIN bond_event AS f ON f.id = s.forming_id
  LEFT JOIN edtf_date AS d ON d.date = f.date
;
CREATE VIEW bond_status AS
  -- Each bond as it stands today, and the act that made it so: since when, by whom and why; NULL before its first act.
  SELECT bond_id, parties, kind, status, contested, formed, ended, reason, title, condition, note,
    CASE WHEN from_latest <= date('now') THEN 'certain' ELSE 'possible' END AS certainty, since, by_city, motive, sources,
    formed_earliest, formed_latest
  FROM bond_by_day WHERE from_earliest <= date('now') AND (next_from IS NULL OR date('now') < next_from)
;
CREATE VIEW recorded_event AS
  -- Every act ever recorded, retractions among them, with names. set_aside says why an act makes no state, if so: rival,
  -- corrected or retracted; superseded_by is the act that took its place.
  SELECT e.bond_id AS bond_id, p.parties AS parties, e.date AS date, e.kind AS event, c.name AS by_city,
    e.reason AS reason, e.note AS note, s.sources AS sources, e.decided AS decided, e.condition AS condition,
    e.rank AS rank, d.earliest AS date_earliest, d.latest AS date_latest, e.id AS event_id, e.city_id AS city_id,
    e.caused_by AS caused_by, e.recorded_at AS recorded_at, e.corrects AS corrects,
    CASE WHEN xk.effect = 'retraction' THEN 'retracted' WHEN x.id IS NOT NULL THEN 'corrected'
         WHEN e.rank = 'rival' THEN 'rival' END AS set_aside,
    x.id AS superseded_by, x.recorded_at AS superseded_at, k.effect AS effect, k.begins AS begins, e.uid AS uid
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind
  JOIN bond_parties AS p ON p.bond_id = e.bond_id
  JOIN event_sources AS s ON s.event_id = e.id
  LEFT JOIN city AS c ON c.id = e.city_id
  LEFT JOIN edtf_date AS d ON d.date = e.date
  LEFT JOIN bond_event AS x ON x.corrects = e.id
  LEFT JOIN event_kind AS xk ON xk.code = x.kind
;
CREATE VIEW current_event AS
  -- Every act that was not corrected or retracted, rivals among them, in no order.
  SELECT e.id AS event_id, e.bond_id AS bond_id, e.kind AS event, e.date AS date, e.decided AS decided,
    e.city_id AS city_id, c.name AS by_city, e.reason AS reason, e.condition AS condition, e.note AS note, e.rank AS rank,
    e.caused_by AS caused_by, e.recorded_at AS recorded_at,
    CASE WHEN EXISTS (SELECT 1 FROM citation AS n WHERE n.event_id = e.id)
         THEN (SELECT s.sources FROM event_sources AS s WHERE s.event_id = e.id) END AS sources,
    k.begins AS begins, e.uid AS uid
  FROM bond_event AS e
  JOIN event_kind AS k ON k.code = e.kind AND k.effect <> 'retraction'
  LEFT JOIN city AS c ON c.id = e.city_id
  WHERE NOT EXISTS (SELECT 1 FROM bond_event AS x WHERE x.corrects = e.id)
;
CREATE VIEW bond_history AS
  -- Every act of every bond in order, rivals among them; what was corrected or retracted is left out.
  SELECT e.bond_id AS bond_id, p.parties AS parties, e.date AS date, e.event AS event, e.by_city AS by_city,
    e.reason AS reason, e.note AS note, e.sources AS sources, e.decided AS decided, e.condition AS condition,
    e.rank AS rank, d.earliest AS date_earliest, d.latest AS date_latest, e.event_id AS event_id, e.city_id AS city_id,
    e.caused_by AS caused_by, e.recorded_at AS recorded_at
  FROM current_event AS e
  JOIN bond_parties AS p ON p.bond_id = e.bond_id
  LEFT JOIN edtf_date AS d ON d.date = e.date
  ORDER BY e.bond_id, e.date IS NOT NULL OR NOT e.begins,
    CASE WHEN e.date IS NOT NULL OR e.begins THEN coalesce(d.earliest, '0000-01-01') ELSE substr(e.recorded_at, 1, 10) END,
    e.date IS NULL, e.recorded_at, e.uid
;
CREATE VIEW bond_explanation AS
  -- Why a bond is as it is: the acts that make its state in order, each with the bond's status after it, and then those
  -- that were set aside, and why. An act of the first sort may have happened by day D if from_earliest <= D, and has for
  -- certain if from_latest <= D.
  WITH told AS (
    SELECT s.bond_id AS bond_id, s.position AS position, s.event_id AS event_id, s.status AS status,
      s.from_earliest AS from_earliest, s.from_latest AS from_latest
    FROM party_state AS s
    WHERE s.city_id = (SELECT min(o.city_id) FROM bond_party AS o WHERE o.bond_id = s.bond_id)
    UNION ALL
    SELECT e.bond_id, NULL, e.id, NULL, NULL, NULL
    FROM dated_event AS e
    WHERE e.effect <> 'retraction' AND (e.rank = 'rival' OR e.superseded_at IS NOT NULL)
  )
  SELECT t.bond_id AS bond_id, e.parties AS parties, t.position AS position, e.date AS date, e.event AS event,
    e.by_city AS by_city, e.reason AS reason, t.status AS status, e.set_aside AS set_aside, e.sources AS sources,
    t.from_earliest AS from_earliest, t.from_latest AS from_latest, t.event_id AS event_id,
    e.superseded_by AS superseded_by
  FROM told AS t JOIN recorded_event AS e ON e.event_id = t.event_id
  ORDER BY t.bond_id, t.position IS NULL, t.position, e.recorded_at, e.uid
;
CREATE VIEW bond_change AS
  -- Every change of every bond's status, with the act that made it. It fell between days A and B, A left out, for certain
  -- if from_earliest > A AND from_latest <= B, and possibly if from_latest > A AND from_earliest <= B.
  SELECT s.bond_id AS bond_id, p.parties AS parties, e.date AS date, s.before AS before, s.status AS status,
    e.kind AS event, c.name AS by_city, e.reason AS reason, s.from_earliest AS from_earliest,
    s.from_latest AS from_latest, s.event_id AS event_id
  FROM (SELECT bond_id, position, status, event_id, from_earliest, from_latest,
          lag(status) OVER (PARTITION BY bond_id ORDER BY position) AS before
        FROM bond_span) AS s
  JOIN bond_parties AS p ON p.bond_id = s.bond_id
  JOIN bond_event AS e ON e.id = s.event_id
  LEFT JOIN city AS c ON c.id = e.city_id
;
CREATE VIEW stance_today AS
  -- Where each party of each bond stands today, and the act that says so: who suspended the bond, and what would lift it.
  -- stance is NULL for one that has done nothing yet, and certainty is that this is so on every reading of the dates.
  WITH so_far AS (
    SELECT *, max(position) OVER life AS last_position, last_value(stance) OVER life AS last_stance
    FROM party_state WHERE from_earliest <= date('now')
    WINDOW life AS (PARTITION BY bond_id, city_id ORDER BY position
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
  ), today AS (
    -- The stance is from the last act of that effect by the party, or by all together.
    SELECT s.bond_id, s.city_id, s.stance, s.is_member, s.from_latest, s.position, s.last_position,
      CAST(substr(max(CASE WHEN k.effect = s.last_stance AND coalesce(e.city_id, s.city_id) = s.city_id
                           THEN printf('%09d', s.position) || s.event_id END)
                    OVER (PARTITION BY s.bond_id, s.city_id), 10) AS INTEGER) AS event_id
    FROM so_far AS s
    JOIN bond_event AS e ON e.id = s.event_id
    JOIN event_kind AS k ON k.code = e.kind
  )
  SELECT p.parties AS parties, c.name AS city, t.stance AS stance, t.is_member AS is_member, e.date AS since,
    e.reason AS reason, e.condition AS condition, e.note AS note, e.city_id IS NULL AND e.id IS NOT NULL AS is_joint,
    CASE WHEN t.from_latest <= date('now') THEN 'certain' ELSE 'possible' END AS certainty, t.bond_id AS bond_id,
    t.city_id AS city_id, t.event_id AS event_id
  FROM today AS t
  JOIN bond_parties AS p ON p.bond_id = t.bond_id
  JOIN city AS c ON c.id = t.city_id
  LEFT JOIN bond_event AS e ON e.id = t.event_id
  WHERE t.position = t.last_position
;
CREATE VIEW pause AS
  -- Every suspension of a bond, by whom and why, what followed it (NULL: nothing yet), and how many days it lasted.
  SELECT s.bond_id AS bond_id, p.parties AS parties, c.name AS by_city, e.date AS suspended, r.date AS lifted,
    s.after AS after, e.reason AS reason, e.condition AS condition,
    CAST(max(julianday(s.to_earliest) - julianday(s.from_latest), 0) AS INTEGER) AS days_least,
    CAST(julianday(s.to_latest) - julianday(s.from_earliest) AS INTEGER) AS days_most,
    s.event_id AS event_id, s.lifted_by AS lifted_by
  FROM (SELECT *, lead(status) OVER life AS after, lead(event_id) OVER life AS lifted_by
        FROM bond_span WINDOW life AS (PARTITION BY bond_id ORDER BY position)) AS s
  JOIN bond_parties AS p ON p.bond_id = s.bond_id
  JOIN bond_event AS e ON e.id = s.event_id
  LEFT JOIN bond_event AS r ON r.id = s.lifted_by
  LEFT JOIN city AS c ON c.id = e.city_id
  WHERE s.status = 'suspended'
;
CREATE VIEW city_change AS
  -- What changed for each city, and between which days: the status of a pair, the city's name or country, and who came
  -- before or after it. A change fell between days A and B, A left out, for certain if earliest > A AND latest <= B, and
  -- possibly if latest > A AND earliest <= B; NULL is no bound.
  SELECT c.name AS city, 'status' AS what, t.name AS twin, s.before AS before, s.status AS after,
    s.from_earliest AS earliest, s.from_latest AS latest, s.bond_id AS bond_id, s.city_id AS city_id
  FROM (SELECT *, lag(status) OVER (PARTITION BY city_id, bond_id, twin_id ORDER BY position) AS before
        FROM twin_span) AS s
  JOIN city AS c ON c.id = s.city_id
  JOIN city AS t ON t.id = s.twin_id
  UNION ALL
  SELECT c.name, 'name', NULL, NULL, n.name, n.from_earliest, n.from_latest, NULL, n.city_id
  FROM dated_name AS n JOIN city AS c ON c.id = n.city_id
  WHERE n.from_earliest IS NOT NULL
  UNION ALL
  SELECT c.name, 'name', NULL, n.name, c.name, n.to_earliest, n.to_latest, NULL, n.city_id
  FROM dated_name AS n JOIN city AS c ON c.id = n.city_id
  WHERE n.to_earliest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dated_name AS o WHERE o.city_id = n.city_id
    AND o.name_id <> n.name_id AND o.from_earliest <= n.to_latest AND n.to_earliest < coalesce(o.to_latest, '~'))
  UNION ALL
  SELECT c.name, 'country', NULL, NULL, n.country, n.from_earliest, n.from_latest, NULL, n.city_id
  FROM dated_country AS n JOIN city AS c ON c.id = n.city_id
  WHERE n.from_earliest IS NOT NULL
  UNION ALL
  SELECT p.name, 'successor', f.name, p.name, f.name, s.earliest, s.latest, NULL, p.id
  FROM dated_succession AS s JOIN city AS p ON p.id = s.predecessor_id JOIN city AS f ON f.id = s.successor_id
  UNION ALL
  SELECT f.name, 'predecessor', p.name, p.name, f.name, s.earliest, s.latest, NULL, f.id
  FROM dated_succession AS s JOIN city AS p ON p.id = s.predecessor_id JOIN city AS f ON f.id = s.successor_id
;
CREATE VIEW carried_bond AS
  -- The bonds that a party held when another followed it, for each who did. state: awaited while the successor carries
  -- the bond and has not said so, confirmed where it has become a party itself, ended where the bond is over for it.
  SELECT c.name AS city, f.name AS predecessor, b.since AS date, n.parties AS parties,
    CASE WHEN EXISTS (SELECT 1 FROM bond_party AS p WHERE p.bond_id = o.bond_id AND p.city_id = b.bearer_id)
         THEN 'confirmed'
         WHEN EXISTS (SELECT 1 FROM twin_span AS s
                      WHERE s.city_id = b.bearer_id AND s.bond_id = o.bond_id AND s.carried_from = b.party_id
                        AND s.status <> 'ended' AND s.from_earliest <= date('now')
                        AND (s.to_latest IS NULL OR date('now') < s.to_latest))
         THEN 'awaited' ELSE 'ended' END AS state,
    o.bond_id AS bond_id, b.bearer_id AS city_id, b.party_id AS predecessor_id
  FROM bearer AS b
  JOIN bond_party AS o ON o.city_id = b.party_id
  JOIN city AS c ON c.id = b.bearer_id
  JOIN city AS f ON f.id = b.party_id
  JOIN bond_parties AS n ON n.bond_id = o.bond_id
  WHERE b.bearer_id <> b.party_id
    AND (EXISTS (SELECT 1 FROM bond_party AS p WHERE p.bond_id = o.bond_id AND p.city_id = b.bearer_id)
         OR EXISTS (SELECT 1 FROM twin_span AS s
                    WHERE s.city_id = b.bearer_id AND s.bond_id = o.bond_id AND s.carried_from = b.party_id))
;
CREATE VIEW bond_keepsake AS
  -- What each bond left behind, and where it is now, with the days between which it was there; NULL days: no bound.
  SELECT k.title AS keepsake, k.kind AS kind, p.parties AS parties, g.name AS giver, r.name AS receiver, k.date AS date,
    k.until AS until, k.place AS place, k.note AS note, k.bond_id AS bond_id, k.id AS keepsake_id,
    k.giver_id AS giver_id, k.receiver_id AS receiver_id, s.earliest AS from_earliest, s.latest AS from_latest,
    u.earliest AS to_earliest, u.latest AS to_latest
  FROM keepsake AS k
  JOIN bond_parties AS p ON p.bond_id = k.bond_id
  LEFT JOIN city AS g ON g.id = k.giver_id
  LEFT JOIN city AS r ON r.id = k.receiver_id
  LEFT JOIN edtf_date AS s ON s.date = k.date
  LEFT JOIN edtf_date AS u ON u.date = k.until
;
CREATE VIEW pair_today AS
  -- Each pair that may be in force today, whatever its status, once from each side; certain: 1 if it is on every reading
  -- of the dates. A pair of two bonds stands here twice.
  SELECT city, city_country, twin, country, kind, bond_id, city_id, twin_id,
    min(in_force) AND NOT max(position = 1 AND (from_latest IS NULL OR from_latest > date('now'))) AS certain
  FROM (SELECT *, status NOT IN ('proposed', 'ended') AS in_force FROM twins_by_day
        WHERE from_earliest <= date('now') AND (to_latest IS NULL OR date('now') < to_latest))
  GROUP BY city_id, bond_id, twin_id HAVING max(in_force)
;
CREATE VIEW most_twinned AS
  -- How many twins each city has now, the most first; certain of them for certain. A twin by two bonds counts once.
  SELECT city, city_country AS country, count(DISTINCT twin_id) AS twins, city_id,
    count(DISTINCT CASE WHEN certain THEN twin_id END) AS certain
  FROM pair_today GROUP BY city_id ORDER BY twins DESC, city
;
CREATE VIEW bonds_per_decade AS
  -- How many bonds were formed and ended in each decade (1940 is 1940 to 1949), those that ended for good only; NULL: the
  -- dates leave the decade open. formed_at_most and ended_at_most count those too, in every decade that they allow.
  WITH RECURSIVE told AS MATERIALIZED (
    -- Whose decade is certain, which is nearly all: indexes alone count them.
    SELECT formed_decade AS decade, 'formed' AS what, count(*) AS bonds FROM bond_span
    WHERE formed_earliest IS NOT NULL AND formed_decade IS NOT NULL AND formed_latest <= date('now')
    GROUP BY formed_decade
    UNION ALL
    SELECT from_decade, 'ended', count(*) FROM bond_span
    WHERE status = 'ended' AND from_decade IS NOT NULL AND from_latest <= date('now')
      AND (to_earliest IS NULL OR to_earliest > date('now'))
    GROUP BY from_decade
  ), doubted AS MATERIALIZED (
    SELECT bond_id, 'formed' AS what, substr(formed_earliest, 1, 3) * 10 AS first,
      substr(min(coalesce(formed_latest, '~'), date('now')), 1, 3) * 10 AS last
    FROM bond_span
    WHERE formed_earliest IS NOT NULL AND formed_decade IS NULL AND formed_earliest <= date('now')
    UNION ALL
    SELECT bond_id, 'formed', formed_decade, formed_decade FROM bond_span
    WHERE formed_earliest IS NOT NULL AND formed_decade >= substr(date('now'), 1, 3) * 10
      AND formed_latest > date('now') AND formed_earliest <= date('now')
    UNION ALL
    SELECT bond_id, 'ended', substr(from_earliest, 1, 3) * 10,
      substr(min(coalesce(from_latest, '~'), date('now')), 1, 3) * 10
    FROM bond_span
    WHERE status = 'ended' AND (from_decade IS NULL OR from_latest > date('now') OR to_earliest <= date('now'))
      AND from_earliest <= date('now') AND (to_latest IS NULL OR to_latest > date('now'))
  ), decade (decade) AS (
    SELECT decade FROM told
    UNION SELECT first FROM doubted WHERE first > 0
    UNION SELECT last FROM doubted
    UNION
    SELECT decade + 10 FROM decade
    WHERE EXISTS (SELECT 1 FROM doubted AS h WHERE h.first BETWEEN 1 AND decade AND decade < h.last)
  ), counted AS MATERIALIZED (
    SELECT d.decade AS decade,
      coalesce((SELECT t.bonds FROM told AS t WHERE t.decade = d.decade AND t.what = 'formed'), 0) AS formed,
      coalesce((SELECT t.bonds FROM told AS t WHERE t.decade = d.decade AND t.what = 'ended'), 0) AS ended,
      (SELECT count(*) FROM doubted AS h WHERE h.what = 'formed' AND d.decade BETWEEN h.first AND h.last) AS more_formed,
      (SELECT count(DISTINCT h.bond_id) FROM doubted AS h
       WHERE h.what = 'ended' AND d.decade BETWEEN h.first AND h.last
         AND NOT EXISTS (SELECT 1 FROM bond_span AS s
                         WHERE s.bond_id = h.bond_id AND s.status = 'ended' AND s.from_decade = d.decade
                           AND s.from_latest <= date('now') AND (s.to_earliest IS NULL OR s.to_earliest > date('now'))))
        AS more_ended
    FROM decade AS d
  )
  SELECT decade, formed, ended, formed_at_most, ended_at_most FROM (
    SELECT decade, formed, ended, formed + more_formed AS formed_at_most, ended + more_ended AS ended_at_most
    FROM counted
    UNION ALL
    SELECT NULL, count(DISTINCT CASE WHEN what = 'formed' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'ended' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'formed' THEN bond_id END),
      count(DISTINCT CASE WHEN what = 'ended' THEN bond_id END)
    FROM doubted HAVING count(*) > 0)
  ORDER BY decade IS NULL, decade
;
CREATE VIEW ended_by_reason AS
  -- How many bonds are ended today, by the reason that was given, and how many of them for certain; NULL: none is
  -- recorded.
  SELECT e.reason AS reason, count(DISTINCT s.bond_id) AS bonds,
    count(DISTINCT CASE WHEN s.from_latest <= date('now') AND (s.to_earliest IS NULL OR date('now') < s.to_earliest)
                        THEN s.bond_id END) AS certain
  FROM bond_span AS s JOIN bond_event AS e ON e.id = s.event_id
  WHERE s.status = 'ended' AND s.from_earliest <= date('now') AND (s.to_latest IS NULL OR date('now') < s.to_latest)
  GROUP BY e.reason ORDER BY bonds DESC, e.reason
;
CREATE VIEW ended_by_year AS
  -- How many bonds ended in each year, by the reason that was given; year NULL: the dates leave it open.
  SELECT CASE WHEN substr(s.from_earliest, 1, 4) = substr(s.from_latest, 1, 4)
              THEN CAST(substr(s.from_earliest, 1, 4) AS INTEGER) END AS year,
    e.reason AS reason, count(*) AS bonds
  FROM bond_span AS s JOIN bond_event AS e ON e.id = s.event_id
  WHERE s.status = 'ended' AND s.to_earliest IS NULL AND s.from_earliest <= date('now')
  GROUP BY year, e.reason ORDER BY year, bonds DESC, e.reason
;
CREATE VIEW in_force_by_year AS
  -- How many bonds were in force at the end of each year that is over now, and how many of them for certain; from the
  -- first year of a dated act. Certain are those that may be in force, and may not be anything else: all that may be
  -- anything, less those that may be something else or that may not have begun. Each bond counts once a year, so its
  -- runs are cut where they overlap; then only the years are counted in which one begins, or is over.
  WITH RECURSIVE year (year) AS (
    SELECT CAST(substr(min(from_earliest), 1, 4) AS INTEGER) FROM bond_span
    WHERE from_earliest > '0000-01-01' AND substr(from_earliest, 1, 4) || '-12-31' <= date('now') HAVING count(*) > 0
    UNION ALL
    SELECT year + 1 FROM year WHERE year < substr(date('now'), 1, 4) - (substr(date('now'), 6) < '12-31')
  ), stretch AS MATERIALIZED (
    SELECT bond_id, status NOT IN ('proposed', 'ended') AS in_force, CAST(substr(from_earliest, 1, 4) AS INTEGER) AS first,
      coalesce(substr(to_latest, 1, 4) - 1, 9999) AS last,
      CASE WHEN position = min(position) OVER (PARTITION BY bond_id)
           THEN coalesce(substr(from_latest, 1, 4) - 1, 9999) END AS last_unbegun
    FROM bond_span
  ), run (bond_id, may_be, first, last) AS (
    SELECT bond_id, 'anything', first, last FROM stretch
    UNION ALL
    SELECT bond_id, 'in force', first, last FROM stretch WHERE in_force
    UNION ALL
    SELECT bond_id, 'something else', first, iif(in_force, min(last, last_unbegun), last) FROM stretch
    WHERE NOT in_force OR last_unbegun IS NOT NULL
  ), apart AS (
    SELECT may_be, last,
      max(first, coalesce(1 + max(last) OVER (PARTITION BY may_be, bond_id ORDER BY first
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), first)) AS first
    FROM run WHERE first <= last
  ), changed (year, bonds, certain) AS (
    SELECT first, may_be = 'in force', (may_be = 'anything') - (may_be = 'something else') FROM apart
    WHERE first <= last
    UNION ALL
    SELECT last + 1, -(may_be = 'in force'), (may_be = 'something else') - (may_be = 'anything') FROM apart
    WHERE first <= last
    UNION ALL
    SELECT year, 0, 0 FROM year
  )
  SELECT year, bonds, certain
  FROM (SELECT year, sum(sum(bonds)) OVER so_far AS bonds, sum(sum(certain)) OVER so_far AS certain
        FROM changed GROUP BY year WINDOW so_far AS (ORDER BY year))
  WHERE bonds > 0 AND year IN (SELECT year FROM year) ORDER BY year
;
CREATE VIEW bonds_by_kind AS
  -- How many bonds are in force today, by their kind and by what their parties are, and how many of them for certain.
  SELECT kind, level, count(*) AS bonds, sum(certain) AS certain
  FROM (SELECT t.kind AS kind, t.bond_id AS bond_id, max(t.certain) AS certain,
          (SELECT group_concat(k, ' - ') FROM (SELECT DISTINCT p.kind AS k FROM party AS p
                                               WHERE p.bond_id = t.bond_id ORDER BY p.kind)) AS level
        FROM pair_today AS t GROUP BY t.bond_id)
  GROUP BY kind, level ORDER BY bonds DESC, kind, level
;
CREATE VIEW country_pair AS
  -- How many bonds hold now between each two countries, or within one, and certain of them for certain; the code that
  -- sorts first is country_a.
  SELECT min(city_country, country) AS country_a, max(city_country, country) AS country_b,
    count(DISTINCT bond_id) AS bonds, count(DISTINCT CASE WHEN certain THEN bond_id END) AS certain
  FROM pair_today
  WHERE city_id < twin_id AND city_country IS NOT NULL AND country IS NOT NULL  -- from one side
  GROUP BY country_a, country_b ORDER BY bonds DESC, country_a, country_b
;
CREATE VIEW newest_bond AS
  -- The bond of each city that was formed last, as far as is known.
  SELECT city, country, formed, parties, bond_id, city_id, formed_earliest, formed_latest
  FROM (SELECT c.name AS city, c.country AS country, e.date AS formed, s.parties AS parties, f.bond_id AS bond_id,
          p.city_id AS city_id, d.earliest AS formed_earliest, d.latest AS formed_latest,
          row_number() OVER (PARTITION BY p.city_id, c.name ORDER BY d.earliest DESC, f.bond_id DESC) AS place
        FROM bond_span AS f
        JOIN bond_event AS e ON e.id = f.forming_id
        JOIN edtf_date AS d ON d.date = e.date
        JOIN bond_parties AS s ON s.bond_id = f.bond_id
        JOIN bond_party AS p ON p.bond_id = f.bond_id
        JOIN city AS c ON c.id = p.city_id
        WHERE coalesce(d.earliest, '') <= date('now'))
  WHERE place = 1 ORDER BY city, city_id
;
CREATE VIEW oldest_bond AS
  -- The bond of each country that was formed first, as far as is known, whatever became of it.
  SELECT country, formed, parties, status, bond_id, formed_earliest, formed_latest
  FROM (SELECT p.country AS country, s.formed AS formed, s.parties AS parties, s.status AS status, s.bond_id AS bond_id,
          s.formed_earliest AS formed_earliest, s.formed_latest AS formed_latest,
          row_number() OVER (PARTITION BY p.country ORDER BY s.formed_earliest, s.formed_latest, s.bond_id) AS place
        FROM bond_status AS s JOIN party AS p ON p.bond_id = s.bond_id
        WHERE p.country IS NOT NULL AND s.formed IS NOT NULL AND coalesce(s.formed_earliest, '') <= date('now'))
  WHERE place = 1 ORDER BY country
;
CREATE VIEW anniversary AS
  -- Which bonds in force today are a multiple of 10 or of 25 years old this year or in one of the ten that follow. A
  -- forming that may have been in several years stands here for each; one that is open by ten years or more is left out.
  WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 10)
  SELECT this + y.n AS year, this + y.n - first - f.n AS years, parties, formed, status,
    CASE WHEN first = last THEN 'certain' ELSE 'possible' END AS certainty, bond_id
  FROM (SELECT CAST(strftime('%Y', date('now')) AS INTEGER) AS this, parties, formed, status, bond_id,
          CAST(substr(formed_earliest, 1, 4) AS INTEGER) AS first, CAST(substr(formed_latest, 1, 4) AS INTEGER) AS last
        FROM bond_status WHERE status IN ('active', 'suspended', 'dormant'))
  JOIN number AS y
  JOIN number AS f ON first + f.n <= last AND last - first < 10
  WHERE this + y.n > first + f.n AND ((this + y.n - first - f.n) % 10 = 0 OR (this + y.n - first - f.n) % 25 = 0)
  ORDER BY year, years DESC, bond_id
;
CREATE VIEW last_exchange AS
  -- The last exchange that is recorded of each bond in force today; NULL: none is.
  SELECT s.parties AS parties, s.status AS status, e.date AS last_exchange, s.bond_id AS bond_id,
    e.latest AS last_exchange_latest
  FROM bond_status AS s
  LEFT JOIN (SELECT bond_id, date, coalesce(latest, '9999-12-31') AS latest,
               row_number() OVER (PARTITION BY bond_id ORDER BY coalesce(latest, '9999-12-31') DESC, id DESC) AS place
             FROM standing_event WHERE sort = 'exchanged') AS e ON e.bond_id = s.bond_id AND e.place = 1
  WHERE s.status IN ('active', 'suspended', 'dormant')
;
CREATE VIEW border_change AS
  -- Bonds that were within one country when they were formed and are between two today, or the reverse.
  SELECT parties, formed, at_forming, today, bond_id
  FROM (SELECT s.parties AS parties, s.formed AS formed, s.bond_id AS bond_id,
          CASE WHEN count(DISTINCT coalesce((SELECT n.country FROM dated_country AS n WHERE n.city_id = p.city_id
                  AND (n.from_earliest IS NULL OR n.from_earliest <= s.formed_latest)
                  AND (n.to_latest IS NULL OR s.formed_latest < n.to_latest)
                ORDER BY n.from_earliest DESC, n.spell_id LIMIT 1), p.country)) > 1
               THEN 'international' ELSE 'domestic' END AS at_forming,
          CASE WHEN count(DISTINCT p.country) > 1 THEN 'international' ELSE 'domestic' END AS today
        FROM bond_status AS s JOIN party AS p ON p.bond_id = s.bond_id
        WHERE s.formed_latest IS NOT NULL
        GROUP BY s.bond_id)
  WHERE at_forming <> today
;
CREATE VIEW completeness AS
  -- Of how many bonds of each country the date of the forming, a source and the reason are known; country NULL: of
  -- parties of none.
  SELECT p.country AS country, count(DISTINCT b.bond_id) AS bonds,
    count(DISTINCT CASE WHEN b.formed IS NOT NULL THEN b.bond_id END) AS dated,
    count(DISTINCT CASE WHEN b.is_sourced THEN b.bond_id END) AS sourced,
    count(DISTINCT CASE WHEN b.motive <> 'unknown' THEN b.bond_id END) AS explained
  FROM (SELECT s.*, EXISTS (SELECT 1 FROM bond_citation AS c WHERE c.bond_id = s.bond_id) AS is_sourced
        FROM bond_status AS s) AS b
  JOIN party AS p ON p.bond_id = b.bond_id
  GROUP BY p.country ORDER BY bonds DESC, p.country
;
CREATE VIEW unexplained_bond AS
  -- Bonds of which no reason for their forming is recorded, or of which a source says that nobody knows it: unknown.
  SELECT p.bond_id AS bond_id, p.parties AS parties, b.kind AS kind,
    (SELECT e.reason FROM standing_event AS e WHERE e.bond_id = b.id AND e.begins AND e.effect <> 'membership' AND e.reason = 'unknown'
     LIMIT 1) AS reason
  FROM bond AS b JOIN bond_parties AS p ON p.bond_id = b.id
  WHERE NOT EXISTS (SELECT 1 FROM standing_event AS e
                    WHERE e.bond_id = b.id AND e.begins AND e.effect <> 'membership' AND e.reason <> 'unknown')
;
CREATE VIEW one_sided_bond AS
  -- Bonds that one party claims and no other has confirmed: every act that makes state is its own.
  SELECT e.bond_id AS bond_id, p.parties AS parties, c.name AS claimed_by, c.id AS city_id
  FROM (SELECT bond_id, min(city_id) AS city_id FROM standing_event
        WHERE effect IN ('proposed', 'active', 'suspended', 'dormant', 'ended')
        GROUP BY bond_id
        HAVING count(*) = count(city_id) AND count(DISTINCT city_id) = 1 AND max(effect = 'active')) AS e
  JOIN bond_parties AS p ON p.bond_id = e.bond_id
  JOIN city AS c ON c.id = e.city_id
;
CREATE VIEW disputed_event AS
  -- Where sources disagree: every rival act, beside the acts of its bond that stand.
  SELECT r.bond_id AS bond_id, p.parties AS parties, r.kind AS event, r.date AS date, r.note AS note,
    s.sources AS sources, r.id AS event_id,
    (SELECT group_concat(e.kind || ' ' || coalesce(e.date, 'on an unknown day'), '; ')
     FROM standing_event AS e WHERE e.bond_id = r.bond_id) AS standing
  FROM bond_event AS r
  JOIN bond_parties AS p ON p.bond_id = r.bond_id
  JOIN event_sources AS s ON s.event_id = r.id
  WHERE r.rank = 'rival' AND NOT EXISTS (SELECT 1 FROM bond_event AS x WHERE x.corrects = r.id)
;
CREATE VIEW supported_fact AS
  -- Every fact that rests on a source: an act, a name, a city, a succession or a keepsake.
  SELECT s.title AS source, s.publisher AS publisher,
    CASE WHEN c.event_id IS NOT NULL THEN 'act' WHEN c.name_id IS NOT NULL THEN 'name'
         WHEN c.city_id IS NOT NULL THEN 'city' WHEN c.succession_id IS NOT NULL THEN 'succession'
         ELSE 'keepsake' END AS supports,
    coalesce(
      (SELECT p.parties || ': ' || e.kind || coalesce(' ' || e.date, '')
       FROM bond_event AS e JOIN bond_parties AS p ON p.bond_id = e.bond_id WHERE e.id = c.event_id),
      (SELECT t.name || ': ' || n.name FROM city_name AS n JOIN city AS t ON t.id = n.city_id WHERE n.id = c.name_id),
      (SELECT t.name FROM city AS t WHERE t.id = c.city_id),
      (SELECT a.name || ' -> ' || b.name FROM succession AS n JOIN city AS a ON a.id = n.predecessor_id
         JOIN city AS b ON b.id = n.successor_id WHERE n.id = c.succession_id),
      (SELECT k.title FROM keepsake AS k WHERE k.id = c.keepsake_id)) AS fact,
    c.locator AS locator, c.quote AS quote, c.source_id AS source_id, c.event_id AS event_id, c.name_id AS name_id,
    c.city_id AS city_id, c.succession_id AS succession_id, c.keepsake_id AS keepsake_id
  FROM citation AS c JOIN source AS s ON s.id = c.source_id
;
CREATE VIEW anomaly AS
  -- What is legal but odd, and worth a look: history arrives out of order and with holes.
  SELECT DISTINCT 'act_after_end' AS rule, s.bond_id AS bond_id, s.event_id AS event_id,
    'The bond had ended before this act (' || e.kind || ' ' || coalesce(e.date, 'undated')
      || '). If it was taken up again, that is a new bond.' AS explanation
  FROM (SELECT bond_id, event_id, lag(status) OVER (PARTITION BY bond_id, city_id ORDER BY position) AS before
        FROM party_state) AS s
  JOIN standing_event AS e ON e.id = s.event_id
  WHERE s.before = 'ended' AND e.effect IN ('proposed', 'active', 'suspended', 'dormant')
  UNION ALL
  SELECT 'ended_before_formed', bond_id, event_id,
    'The bond ended before it was formed (' || coalesce(date, 'undated') || '): one of the dates is wrong.'
  FROM (SELECT bond_id, event_id, date, effect, max(sort = 'formed') OVER (PARTITION BY bond_id) AS is_formed,
          max(begins) OVER (PARTITION BY bond_id ORDER BY position) AS has_begun
        FROM bond_act)
  WHERE effect = 'ended' AND is_formed AND NOT has_begun
  UNION ALL
  SELECT 'never_begun', bond_id, event_id, 'No act says how or when the bond began; its first act is ' || kind || '.'
  FROM (SELECT bond_id, event_id, kind, position,
          max(begins AND effect <> 'membership') OVER (PARTITION BY bond_id) AS begins_once
        FROM bond_act)
  WHERE position = 1 AND NOT begins_once
  UNION ALL
  SELECT DISTINCT 'resumed_without_pause', bond_id, event_id,
    'Resumed, but no party that resumes had suspended the bond or let it lapse.'
  FROM (SELECT s.bond_id AS bond_id, s.event_id AS event_id,
          max(s.before IS 'suspended' OR s.before IS 'dormant') OVER (PARTITION BY s.bond_id, s.event_id) AS had_paused
        FROM (SELECT bond_id, event_id, city_id,
                lag(stance) OVER (PARTITION BY bond_id, city_id ORDER BY position) AS before
              FROM party_state) AS s
        JOIN dated_event AS e ON e.id = s.event_id AND e.sort = 'resumed' AND coalesce(e.city_id, s.city_id) = s.city_id)
  WHERE NOT had_paused
  UNION ALL
  SELECT 'ended_alone', s.bond_id, s.event_id,
    c.name || ' ended its part in a bond of more than two, which goes on: record that it left as well.'
  FROM party_state AS s
  JOIN standing_event AS e ON e.id = s.event_id AND e.effect = 'ended' AND e.city_id = s.city_id
  JOIN city AS c ON c.id = s.city_id
  WHERE s.status <> 'ended' AND s.is_member
    AND NOT EXISTS (SELECT 1 FROM standing_event AS l WHERE l.bond_id = s.bond_id AND l.city_id = s.city_id
                    AND l.effect = 'membership' AND NOT l.begins)
  UNION ALL
  SELECT DISTINCT 'exclusive_beside_another', b.id, NULL,
    c.name || ' promised to have no other twin, yet has bond ' || o.bond_id || ' at the same time.'
  FROM bond AS b
  JOIN bond_party AS p ON p.bond_id = b.id
  JOIN twin_span AS s ON s.city_id = p.city_id AND s.bond_id = b.id
  JOIN twin_span AS o ON o.city_id = p.city_id AND o.bond_id <> b.id
  JOIN city AS c ON c.id = p.city_id
  WHERE b.exclusive AND o.twin_id NOT IN (SELECT q.city_id FROM bond_party AS q WHERE q.bond_id = b.id)
    AND s.status IN ('active', 'suspended', 'dormant') AND o.status IN ('active', 'suspended', 'dormant')
    AND (o.to_earliest IS NULL OR s.from_latest < o.to_earliest)
    AND (s.to_earliest IS NULL OR o.from_latest < s.to_earliest)
  UNION ALL
  SELECT DISTINCT 'party_after_it_ceased', h.bond_id, NULL,
    c.name || ' ceased in ' || c.until || ', but its bond is ' || s.status || ' after that.'
  FROM (SELECT bond_id, city_id FROM bond_party
        UNION ALL
        SELECT p.bond_id, b.bearer_id FROM bond_party AS p JOIN bearer AS b ON b.party_id = p.city_id) AS h
  JOIN city AS c ON c.id = h.city_id
  JOIN edtf_date AS u ON u.date = c.until
  JOIN twin_span AS s ON s.city_id = h.city_id AND s.bond_id = h.bond_id
  WHERE s.status IN ('active', 'suspended', 'dormant') AND (s.to_earliest IS NULL OR u.latest < s.to_earliest)
    AND NOT EXISTS (SELECT 1 FROM succession AS f WHERE f.predecessor_id = c.id)
  UNION ALL
  SELECT 'listed_before_formed', bond_id, id,
    'A source shows the bond in force on ' || date || ', before it was formed (not before ' || formed || ').'
  FROM (SELECT bond_id, id, date, latest, observes,
          min(CASE WHEN sort = 'formed' THEN earliest END) OVER (PARTITION BY bond_id) AS formed
        FROM standing_event)
  WHERE observes AND latest < formed
  UNION ALL
  SELECT 'only_rivals', r.bond_id, min(r.id),
    'Every account of this bond is a rival one, so it has no status: prefer one by a correction of another rank.'
  FROM dated_event AS r
  WHERE r.rank = 'rival' AND r.superseded_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM standing_event AS e WHERE e.bond_id = r.bond_id)
  GROUP BY r.bond_id
  UNION ALL
  SELECT 'late_founder', p.bond_id, NULL,
    c.name || ' was added as a party after the first act was recorded, and no act says that it joined: it counts as a '
      || 'founder.'
  FROM bond_party AS p JOIN city AS c ON c.id = p.city_id
  WHERE p.recorded_at > (SELECT min(e.recorded_at) FROM bond_event AS e WHERE e.bond_id = p.bond_id)
    AND 1 < (SELECT count(*) FROM bond_party AS q WHERE q.bond_id = p.bond_id AND q.recorded_at <=
             (SELECT min(e.recorded_at) FROM bond_event AS e WHERE e.bond_id = p.bond_id))
    AND NOT EXISTS (SELECT 1 FROM standing_event AS e
                    WHERE e.bond_id = p.bond_id AND e.city_id = p.city_id AND e.effect = 'membership')
  UNION ALL
  SELECT 'within_one_city', s.bond_id, NULL,
    'Its parties were followed by one and the same city, so the bond is between no two: record its end.'
  FROM bond_span AS s
  WHERE s.status IN ('active', 'suspended', 'dormant') AND s.to_earliest IS NULL
    AND CASE WHEN EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS f ON f.predecessor_id = p.city_id
                          WHERE p.bond_id = s.bond_id)  -- else all pairs would be gone through for each bond
             THEN s.bond_id NOT IN (SELECT t.bond_id FROM twin_span AS t
                                    WHERE t.status IN ('active', 'suspended', 'dormant') AND t.to_earliest IS NULL) END
  UNION ALL
  SELECT 'too_few_parties', b.id, NULL, 'The bond has fewer than two parties: no act can be recorded on it yet.'
  FROM bond AS b
  WHERE (SELECT count(*) FROM bond_party AS p WHERE p.bond_id = b.id) < 2
;
CREATE VIEW readme AS
  -- Start here: SELECT * FROM readme;
  WITH page (place, topic, meaning, query) AS (VALUES
    (1, 'the file',
      'A registry of twin towns: cities, the bonds between them, and every act in a bond''s life. Who is twinned with '
        || 'whom always follows from the acts.',
      'SELECT * FROM metadata;'),
    (2, 'twins now',
      'Each pair whose bond is in force today (active, suspended or dormant), once from each side.',
      'SELECT twin, country, status, since FROM twins WHERE city = ''Coventry'' ORDER BY since;'),
    (3, 'finding a city',
      'A view has the name of today, spelt just so, and nothing for any other. city_meant takes a name of any era and '
        || 'language (stalingrad), with a country (Kingston, JM), or an identifier (wikidata:Q6225); city_by_any_name '
        || 'has all names. The command twinning, and search_city of the extension mod_twinning, forgive spelling.',
      'SELECT city, twin, status FROM twins WHERE city_id IN '
        || '(SELECT city_id FROM city_meant WHERE words = json_array(''stalingrad''));'),
    (4, 'twins ever',
      'Each pair that ever was, with its beginning and end, and what the twin was called then.',
      'SELECT twin, twin_then, status, since, until FROM twins_ever WHERE city = ''Milan'' ORDER BY since;'),
    (5, 'twins on a day',
      'twins_by_day has a row for each stretch of equal status. A stretch is possible on day D if from_earliest <= D '
        || 'and D < to_latest, certain if from_latest <= D and D < to_earliest; NULL is no bound.',
      'SELECT twin, status FROM twins_by_day WHERE city = ''Coventry'' AND from_earliest <= ''1950-12-31'' '
        || 'AND (to_latest IS NULL OR ''1950-12-31'' < to_latest);'),
    (6, 'a bond''s status',
      'Each bond with its status today, when it was formed and ended, and why it is as it is.',
      'SELECT parties, status, formed, ended, reason FROM bond_status WHERE parties LIKE ''%Volgograd%'';'),
    (7, 'a bond''s history',
      'Every act with its date, the party that acted, the reason and the sources. Rank rival: a source that disagrees.',
      'SELECT date, event, by_city, reason, rank, sources FROM bond_history WHERE parties LIKE ''%Volgograd%'';'),
    (8, 'why a bond is as it is',
      'The acts that make its state, the status after each, and the acts that were set aside: rival, corrected or '
        || 'retracted.',
      'SELECT date, event, status, set_aside, sources FROM bond_explanation WHERE parties LIKE ''%Volgograd%'';'),
    (9, 'what changed',
      'Every change of a bond''s status, with the act that made it. What the registry itself learned is in '
        || 'recorded_event, by recorded_at.',
      'SELECT parties, before, status, date, reason FROM bond_change '
        || 'WHERE from_earliest > ''2021-12-31'' AND from_latest <= ''2022-12-31'';'),
    (10, 'what was known',
      'twins_as_known has what the registry said at any moment R: known_from <= R and R < known_to. A correction '
        || 'changes what is believed, never what was believed.',
      'SELECT twin, status, since, known_from, known_to FROM twins_as_known WHERE city = ''Milan'';'),
    (11, 'keepsakes',
      'Gifts, monuments, streets and privileges, and where they are now.',
      'SELECT keepsake, giver, receiver, place FROM bond_keepsake;'),
    (12, 'counts',
      'The most twinned cities (most_twinned); bonds by decade, by pair of countries (country_pair), and by the reason '
        || 'of their end (ended_by_reason).',
      'SELECT * FROM bonds_per_decade;'),
    (13, 'doubts',
      'anomaly lists what is legal but odd; disputed_event where sources disagree; unexplained_bond whose reason '
        || 'nobody knows.',
      'SELECT rule, explanation FROM anomaly;'),
    (14, 'dates',
      'EDTF texts: 1944, 1944-06, 194X, 1944?, [1941,1944], 1998/..; edtf_date has the first and last day of each. '
        || 'NULL: unknown.',
      'SELECT * FROM edtf_date LIMIT 10;'),
    (15, 'codes',
      'Kinds and reasons are open lists with definitions: bond_kind, event_kind, reason, ... Add your own by INSERT.',
      'SELECT code, effect, definition FROM event_kind;'),
    (16, 'adding',
      'By names: INSERT INTO new_city (name, country) VALUES (''Nordhafen'', ''DE''); INSERT INTO new_bond (city, '
        || 'twin, date) VALUES (''Nordhafen'', ''Kiel'', ''1962-05''); and so new_name, new_event and new_keepsake. '
        || 'The query says what each takes.',
      'SELECT sql FROM sqlite_schema WHERE type = ''view'' AND name GLOB ''new_*'';'),
    (17, 'mending',
      'Acts are never edited or deleted: insert an act that corrects the other. What is no act takes an UPDATE.',
      'SELECT sql FROM sqlite_schema WHERE name = ''bond_event'';')
  )
  SELECT topic, meaning, query FROM page ORDER BY place
;
CREATE TRIGGER country_insert BEFORE INSERT ON country BEGIN
  SELECT RAISE(ABORT, 'country_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM country);
END;
CREATE TRIGGER country_update BEFORE UPDATE ON country BEGIN
  SELECT RAISE(ABORT, 'country_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
END;
CREATE TRIGGER country_delete BEFORE DELETE ON country BEGIN
  SELECT RAISE(ABORT, 'country_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city WHERE country = OLD.code)
    OR EXISTS (SELECT 1 FROM city_country WHERE country = OLD.code);
END;
CREATE TRIGGER city_kind_insert BEFORE INSERT ON city_kind BEGIN
  SELECT RAISE(ABORT, 'city_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM city_kind);
  SELECT RAISE(ABORT, 'city_kind_broader_known: broader must be another code of city_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM city_kind);
END;
CREATE TRIGGER city_kind_update BEFORE UPDATE ON city_kind BEGIN
  SELECT RAISE(ABORT, 'city_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'city_kind_broader_known: broader must be another code of city_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM city_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM city_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER city_kind_delete BEFORE DELETE ON city_kind BEGIN
  SELECT RAISE(ABORT, 'city_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM city_kind WHERE broader = OLD.code);
END;
CREATE TRIGGER name_kind_insert BEFORE INSERT ON name_kind BEGIN
  SELECT RAISE(ABORT, 'name_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM name_kind);
  SELECT RAISE(ABORT, 'name_kind_broader_known: broader must be another code of name_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM name_kind);
END;
CREATE TRIGGER name_kind_update BEFORE UPDATE ON name_kind BEGIN
  SELECT RAISE(ABORT, 'name_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'name_kind_broader_known: broader must be another code of name_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM name_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM name_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER name_kind_delete BEFORE DELETE ON name_kind BEGIN
  SELECT RAISE(ABORT, 'name_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city_name WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM name_kind WHERE broader = OLD.code);
END;
CREATE TRIGGER identifier_scheme_insert BEFORE INSERT ON identifier_scheme BEGIN
  SELECT RAISE(ABORT, 'identifier_scheme_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM identifier_scheme);
  SELECT RAISE(ABORT, 'identifier_scheme_broader_known: broader must be another code of identifier_scheme')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM identifier_scheme);
END;
CREATE TRIGGER identifier_scheme_update BEFORE UPDATE ON identifier_scheme BEGIN
  SELECT RAISE(ABORT, 'identifier_scheme_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'identifier_scheme_broader_known: broader must be another code of identifier_scheme')
  WHERE NEW.broader NOT IN (SELECT code FROM identifier_scheme)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM identifier_scheme AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER identifier_scheme_delete BEFORE DELETE ON identifier_scheme BEGIN
  SELECT RAISE(ABORT, 'identifier_scheme_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city_identifier WHERE scheme = OLD.code)
    OR EXISTS (SELECT 1 FROM identifier_scheme WHERE broader = OLD.code);
END;
CREATE TRIGGER succession_kind_insert BEFORE INSERT ON succession_kind BEGIN
  SELECT RAISE(ABORT, 'succession_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM succession_kind);
  SELECT RAISE(ABORT, 'succession_kind_broader_known: broader must be another code of succession_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM succession_kind);
END;
CREATE TRIGGER succession_kind_update BEFORE UPDATE ON succession_kind BEGIN
  SELECT RAISE(ABORT, 'succession_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'succession_kind_broader_known: broader must be another code of succession_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM succession_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM succession_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER succession_kind_carries BEFORE UPDATE OF carries ON succession_kind BEGIN
  SELECT RAISE(ABORT,
    'succession_kind_carries_kept: successions of this kind are recorded, so what it does cannot change')
  WHERE NEW.carries IS NOT OLD.carries AND EXISTS (SELECT 1 FROM succession WHERE kind = OLD.code);
END;
CREATE TRIGGER succession_kind_delete BEFORE DELETE ON succession_kind BEGIN
  SELECT RAISE(ABORT, 'succession_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM succession WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM succession_kind WHERE broader = OLD.code);
END;
CREATE TRIGGER policy_insert BEFORE INSERT ON policy BEGIN
  SELECT RAISE(ABORT, 'policy_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM policy);
  SELECT RAISE(ABORT, 'policy_broader_known: broader must be another code of policy')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM policy);
END;
CREATE TRIGGER policy_update BEFORE UPDATE ON policy BEGIN
  SELECT RAISE(ABORT, 'policy_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'policy_broader_known: broader must be another code of policy')
  WHERE NEW.broader NOT IN (SELECT code FROM policy)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM policy AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER policy_delete BEFORE DELETE ON policy BEGIN
  SELECT RAISE(ABORT, 'policy_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM city_policy WHERE policy = OLD.code)
    OR EXISTS (SELECT 1 FROM policy WHERE broader = OLD.code);
END;
CREATE TRIGGER bond_kind_insert BEFORE INSERT ON bond_kind BEGIN
  SELECT RAISE(ABORT, 'bond_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM bond_kind);
  SELECT RAISE(ABORT, 'bond_kind_broader_known: broader must be another code of bond_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM bond_kind);
END;
CREATE TRIGGER bond_kind_update BEFORE UPDATE ON bond_kind BEGIN
  SELECT RAISE(ABORT, 'bond_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'bond_kind_broader_known: broader must be another code of bond_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM bond_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM bond_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER bond_kind_delete BEFORE DELETE ON bond_kind BEGIN
  SELECT RAISE(ABORT, 'bond_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM bond WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM bond_kind WHERE broader = OLD.code);
END;
CREATE TRIGGER event_kind_insert BEFORE INSERT ON event_kind BEGIN
  SELECT RAISE(ABORT, 'event_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM event_kind);
  SELECT RAISE(ABORT, 'event_kind_broader_known: broader must be another code of event_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM event_kind);
END;
CREATE TRIGGER event_kind_update BEFORE UPDATE ON event_kind BEGIN
  SELECT RAISE(ABORT, 'event_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'event_kind_broader_known: broader must be another code of event_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM event_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM event_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
  SELECT RAISE(ABORT, 'event_kind_effect_kept: acts of this kind are recorded, so what it does cannot change')
  WHERE (NEW.effect, NEW.begins, NEW.observes) IS NOT (OLD.effect, OLD.begins, OLD.observes)
    AND EXISTS (SELECT 1 FROM bond_event WHERE kind = OLD.code);
END;
CREATE TRIGGER event_kind_delete BEFORE DELETE ON event_kind BEGIN
  SELECT RAISE(ABORT, 'event_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM event_kind WHERE broader = OLD.code);
END;
CREATE TRIGGER reason_insert BEFORE INSERT ON reason BEGIN
  SELECT RAISE(ABORT, 'reason_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM reason);
  SELECT RAISE(ABORT, 'reason_broader_known: broader must be another code of reason')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM reason);
END;
CREATE TRIGGER reason_update BEFORE UPDATE ON reason BEGIN
  SELECT RAISE(ABORT, 'reason_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'reason_broader_known: broader must be another code of reason')
  WHERE NEW.broader NOT IN (SELECT code FROM reason)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM reason AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER reason_delete BEFORE DELETE ON reason BEGIN
  SELECT RAISE(ABORT, 'reason_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE reason = OLD.code)
    OR EXISTS (SELECT 1 FROM reason WHERE broader = OLD.code);
END;
CREATE TRIGGER keepsake_kind_insert BEFORE INSERT ON keepsake_kind BEGIN
  SELECT RAISE(ABORT, 'keepsake_kind_once: this code is in the list already')
  WHERE NEW.code IN (SELECT code FROM keepsake_kind);
  SELECT RAISE(ABORT, 'keepsake_kind_broader_known: broader must be another code of keepsake_kind')
  WHERE NEW.broader IS NOT NULL AND NEW.broader NOT IN (SELECT code FROM keepsake_kind);
END;
CREATE TRIGGER keepsake_kind_update BEFORE UPDATE ON keepsake_kind BEGIN
  SELECT RAISE(ABORT, 'keepsake_kind_code_kept: a code is never renamed; add another one')
  WHERE NEW.code IS NOT OLD.code;
  SELECT RAISE(ABORT, 'keepsake_kind_broader_known: broader must be another code of keepsake_kind')
  WHERE NEW.broader NOT IN (SELECT code FROM keepsake_kind)
    OR NEW.code IN (WITH RECURSIVE above (code) AS (
      SELECT NEW.broader UNION SELECT k.broader FROM keepsake_kind AS k JOIN above AS a ON k.code = a.code)
      SELECT code FROM above);
END;
CREATE TRIGGER keepsake_kind_delete BEFORE DELETE ON keepsake_kind BEGIN
  SELECT RAISE(ABORT, 'keepsake_kind_in_use: rows use this code')
  WHERE EXISTS (SELECT 1 FROM keepsake WHERE kind = OLD.code)
    OR EXISTS (SELECT 1 FROM keepsake_kind WHERE broader = OLD.code);
END;
CREATE TRIGGER city_insert BEFORE INSERT ON city BEGIN
  SELECT RAISE(ABORT, 'city_once: this id or uid is taken by another city')
  WHERE NEW.id IN (SELECT id FROM city) OR NEW.uid IN (SELECT uid FROM city);
  SELECT RAISE(ABORT, 'city_kind_known: kind must be a code of city_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM city_kind);
  SELECT RAISE(ABORT, 'city_country_known: country must be a code of the table country (ISO 3166-1 alpha-2: GB)')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_update BEFORE UPDATE ON city BEGIN
  SELECT RAISE(ABORT, 'city_id_kept: the id and uid of a city never change')
  WHERE NEW.id IS NOT OLD.id OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  SELECT RAISE(ABORT, 'city_kind_known: kind must be a code of city_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM city_kind);
  SELECT RAISE(ABORT, 'city_country_known: country must be a code of the table country (ISO 3166-1 alpha-2: GB)')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_delete BEFORE DELETE ON city BEGIN
  SELECT RAISE(ABORT, 'city_in_use: names, bonds, acts, keepsakes or citations refer to this city')
  WHERE EXISTS (SELECT 1 FROM bond_party WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_name WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_country WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_identifier WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM city_policy WHERE city_id = OLD.id)
    OR EXISTS (SELECT 1 FROM succession WHERE predecessor_id = OLD.id)
    OR EXISTS (SELECT 1 FROM succession WHERE successor_id = OLD.id)
    OR EXISTS (SELECT 1 FROM keepsake WHERE OLD.id IN (giver_id, receiver_id))
    OR EXISTS (SELECT 1 FROM citation WHERE city_id = OLD.id);
END;
CREATE TRIGGER city_name_insert BEFORE INSERT ON city_name BEGIN
  SELECT RAISE(ABORT, 'city_name_once: this id is taken by another name')
  WHERE NEW.id IN (SELECT id FROM city_name);
  SELECT RAISE(ABORT, 'city_name_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_name_kind_known: kind must be a code of name_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM name_kind);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_name_update BEFORE UPDATE ON city_name BEGIN
  SELECT RAISE(ABORT, 'city_name_id_kept: a name keeps its id, its city and its recorded_at')
  WHERE (NEW.id, NEW.city_id, NEW.recorded_at) IS NOT (OLD.id, OLD.city_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'city_name_kind_known: kind must be a code of name_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM name_kind);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_name_delete BEFORE DELETE ON city_name BEGIN
  SELECT RAISE(ABORT, 'city_name_in_use: citations refer to this name')
  WHERE EXISTS (SELECT 1 FROM citation WHERE name_id = OLD.id);
END;
CREATE TRIGGER city_country_insert BEFORE INSERT ON city_country BEGIN
  SELECT RAISE(ABORT, 'city_country_once: this id is taken by another row')
  WHERE NEW.id IN (SELECT id FROM city_country);
  SELECT RAISE(ABORT, 'city_country_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_country_code_known: country must be a code of the table country, such as DD')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_country_update BEFORE UPDATE ON city_country BEGIN
  SELECT RAISE(ABORT, 'city_country_id_kept: a row keeps its id, its city and its recorded_at')
  WHERE (NEW.id, NEW.city_id, NEW.recorded_at) IS NOT (OLD.id, OLD.city_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'city_country_code_known: country must be a code of the table country, such as DD')
  WHERE NEW.country IS NOT NULL AND NEW.country NOT IN (SELECT code FROM country);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_identifier_insert BEFORE INSERT ON city_identifier BEGIN
  SELECT RAISE(ABORT, 'city_identifier_once: this id is taken by another identifier')
  WHERE NEW.id IN (SELECT id FROM city_identifier);
  SELECT RAISE(ABORT, 'city_identifier_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_identifier_scheme_known: scheme must be a code of identifier_scheme')
  WHERE NEW.scheme NOT IN (SELECT code FROM identifier_scheme);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_identifier_update BEFORE UPDATE ON city_identifier BEGIN
  SELECT RAISE(ABORT, 'city_identifier_id_kept: an identifier keeps its id and its city')
  WHERE NEW.id IS NOT OLD.id OR NEW.city_id IS NOT OLD.city_id;
  SELECT RAISE(ABORT, 'city_identifier_scheme_known: scheme must be a code of identifier_scheme')
  WHERE NEW.scheme NOT IN (SELECT code FROM identifier_scheme);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_policy_insert BEFORE INSERT ON city_policy BEGIN
  SELECT RAISE(ABORT, 'city_policy_once: this id is taken by another row')
  WHERE NEW.id IN (SELECT id FROM city_policy);
  SELECT RAISE(ABORT, 'city_policy_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'city_policy_code_known: policy must be a code of the table policy')
  WHERE NEW.policy NOT IN (SELECT code FROM policy);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER city_policy_update BEFORE UPDATE ON city_policy BEGIN
  SELECT RAISE(ABORT, 'city_policy_id_kept: a row keeps its id, its city and its recorded_at')
  WHERE (NEW.id, NEW.city_id, NEW.recorded_at) IS NOT (OLD.id, OLD.city_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'city_policy_code_known: policy must be a code of the table policy')
  WHERE NEW.policy NOT IN (SELECT code FROM policy);
  INSERT INTO used_date (date) VALUES (NEW.since);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER succession_insert BEFORE INSERT ON succession BEGIN
  SELECT RAISE(ABORT, 'succession_once: this id is taken by another succession')
  WHERE NEW.id IN (SELECT id FROM succession);
  SELECT RAISE(ABORT, 'succession_cities_known: predecessor_id and successor_id must be ids of cities')
  WHERE NEW.predecessor_id NOT IN (SELECT id FROM city) OR NEW.successor_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'succession_kind_known: kind must be a code of succession_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM succession_kind);
  INSERT INTO used_date (date) VALUES (NEW.date);
END;
CREATE TRIGGER succession_update BEFORE UPDATE ON succession BEGIN
  SELECT RAISE(ABORT, 'succession_id_kept: a succession keeps its id, its parties and its recorded_at')
  WHERE (NEW.id, NEW.predecessor_id, NEW.successor_id, NEW.recorded_at)
    IS NOT (OLD.id, OLD.predecessor_id, OLD.successor_id, OLD.recorded_at);
  SELECT RAISE(ABORT, 'succession_kind_known: kind must be a code of succession_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM succession_kind);
  INSERT INTO used_date (date) VALUES (NEW.date);
END;
CREATE TRIGGER succession_delete BEFORE DELETE ON succession BEGIN
  SELECT RAISE(ABORT, 'succession_in_use: citations refer to this succession')
  WHERE EXISTS (SELECT 1 FROM citation WHERE succession_id = OLD.id);
END;
CREATE TRIGGER bond_insert BEFORE INSERT ON bond BEGIN
  SELECT RAISE(ABORT, 'bond_once: this id or uid is taken by another bond')
  WHERE NEW.id IN (SELECT id FROM bond) OR NEW.uid IN (SELECT uid FROM bond);
  SELECT RAISE(ABORT, 'bond_kind_known: kind must be a code of bond_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM bond_kind);
END;
CREATE TRIGGER bond_update BEFORE UPDATE ON bond BEGIN
  SELECT RAISE(ABORT, 'bond_id_kept: the id and uid of a bond never change')
  WHERE NEW.id IS NOT OLD.id OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  SELECT RAISE(ABORT, 'bond_kind_known: kind must be a code of bond_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM bond_kind);
END;
CREATE TRIGGER bond_delete BEFORE DELETE ON bond BEGIN
  SELECT RAISE(ABORT, 'bond_in_use: parties, acts or keepsakes refer to this bond')
  WHERE EXISTS (SELECT 1 FROM bond_party WHERE bond_id = OLD.id)
    OR EXISTS (SELECT 1 FROM bond_event WHERE bond_id = OLD.id)
    OR EXISTS (SELECT 1 FROM keepsake WHERE bond_id = OLD.id);
END;
CREATE TRIGGER bond_party_insert BEFORE INSERT ON bond_party BEGIN
  SELECT RAISE(ABORT, 'bond_party_bond_known: bond_id must be the id of a bond')
  WHERE NEW.bond_id NOT IN (SELECT id FROM bond);
  SELECT RAISE(ABORT, 'bond_party_city_known: city_id must be the id of a city')
  WHERE NEW.city_id NOT IN (SELECT id FROM city);
  SELECT RAISE(ABORT, 'bond_party_once: the city is a party of this bond already')
  WHERE EXISTS (SELECT 1 FROM bond_party WHERE bond_id = NEW.bond_id AND city_id = NEW.city_id);
END;
CREATE TRIGGER bond_party_update BEFORE UPDATE ON bond_party BEGIN
  SELECT RAISE(ABORT, 'bond_party_kept: a party of a bond is never edited');
END;
CREATE TRIGGER bond_party_delete BEFORE DELETE ON bond_party BEGIN
  SELECT RAISE(ABORT, 'bond_party_kept: the bond has acts, so its parties stay; one that leaves has a `left` act')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE bond_id = OLD.bond_id);
END;
CREATE TRIGGER bond_event_insert BEFORE INSERT ON bond_event BEGIN
  SELECT RAISE(ABORT, 'bond_event_once: this id or uid is taken by another act')
  WHERE NEW.id IN (SELECT id FROM bond_event) OR NEW.uid IN (SELECT uid FROM bond_event);
  SELECT RAISE(ABORT, 'bond_event_bond_known: bond_id must be the id of a bond')
  WHERE NEW.bond_id NOT IN (SELECT id FROM bond);
  SELECT RAISE(ABORT, 'bond_event_two_parties: a bond has two or more parties; add them before its first act')
  WHERE (SELECT count(*) FROM (SELECT 1 FROM bond_party WHERE bond_id = NEW.bond_id LIMIT 2)) < 2;
  SELECT RAISE(ABORT, 'bond_event_by_party: city_id must be a party of the bond, or NULL for all of them together')
  WHERE NEW.city_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM bond_party WHERE bond_id = NEW.bond_id AND city_id = NEW.city_id);
  SELECT RAISE(ABORT, 'bond_event_kind_known: kind must be a code of event_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM event_kind);
  SELECT RAISE(ABORT, 'bond_event_member_named: city_id must name the party that joined or left')
  WHERE NEW.city_id IS NULL AND (SELECT effect FROM event_kind WHERE code = NEW.kind) = 'membership';
  SELECT RAISE(ABORT, 'bond_event_reason_known: reason must be a code of the table reason')
  WHERE NEW.reason IS NOT NULL AND NEW.reason NOT IN (SELECT code FROM reason);
  SELECT RAISE(ABORT, 'bond_event_cause_known: caused_by must be the id of an act')
  WHERE NEW.caused_by IS NOT NULL AND NEW.caused_by NOT IN (SELECT id FROM bond_event);
  INSERT INTO used_date (date) VALUES (NEW.date);
  INSERT INTO used_date (date) VALUES (NEW.decided);
END;
CREATE TRIGGER bond_event_correction BEFORE INSERT ON bond_event WHEN NEW.corrects IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'bond_event_corrects_known: corrects must be the id of an act of the same bond')
  WHERE NOT EXISTS (SELECT 1 FROM bond_event WHERE id = NEW.corrects AND bond_id = NEW.bond_id);
  SELECT RAISE(ABORT, 'bond_event_corrects_once: that act is corrected already; correct its correction')
  WHERE EXISTS (SELECT 1 FROM bond_event WHERE corrects = NEW.corrects);
  SELECT RAISE(ABORT,
    'bond_event_corrects_later: a correction is recorded no earlier than what it corrects; state a later recorded_at')
  WHERE NEW.recorded_at < (SELECT recorded_at FROM bond_event WHERE id = NEW.corrects);
END;
CREATE TRIGGER bond_event_update BEFORE UPDATE ON bond_event BEGIN
  SELECT RAISE(ABORT, 'bond_event_append_only: acts are never edited; insert an act that corrects this one')
  WHERE OLD.uid IS NOT NULL OR NEW.uid IS NULL
    OR (NEW.id, NEW.bond_id, NEW.kind, NEW.date, NEW.decided, NEW.city_id, NEW.reason,
        NEW.condition, NEW.note, NEW.rank, NEW.caused_by, NEW.corrects, NEW.recorded_at)
       IS NOT (OLD.id, OLD.bond_id, OLD.kind, OLD.date, OLD.decided, OLD.city_id, OLD.reason,
               OLD.condition, OLD.note, OLD.rank, OLD.caused_by, OLD.corrects, OLD.recorded_at);
END;
CREATE TRIGGER bond_event_delete BEFORE DELETE ON bond_event BEGIN
  SELECT RAISE(ABORT, 'bond_event_append_only: acts are never deleted; insert one of kind retracted that corrects it');
END;
CREATE TRIGGER source_insert BEFORE INSERT ON source BEGIN
  SELECT RAISE(ABORT, 'source_once: this id or uid is taken by another source')
  WHERE NEW.id IN (SELECT id FROM source) OR NEW.uid IN (SELECT uid FROM source);
  INSERT INTO used_date (date) VALUES (NEW.published);
  INSERT INTO used_date (date) VALUES (NEW.accessed);
END;
CREATE TRIGGER source_update BEFORE UPDATE ON source BEGIN
  SELECT RAISE(ABORT, 'source_id_kept: the id and uid of a source never change')
  WHERE NEW.id IS NOT OLD.id OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  INSERT INTO used_date (date) VALUES (NEW.published);
  INSERT INTO used_date (date) VALUES (NEW.accessed);
END;
CREATE TRIGGER source_delete BEFORE DELETE ON source BEGIN
  SELECT RAISE(ABORT, 'source_in_use: citations refer to this source')
  WHERE EXISTS (SELECT 1 FROM citation WHERE source_id = OLD.id);
END;
CREATE TRIGGER keepsake_insert BEFORE INSERT ON keepsake BEGIN
  SELECT RAISE(ABORT, 'keepsake_once: this id or uid is taken by another keepsake')
  WHERE NEW.id IN (SELECT id FROM keepsake) OR NEW.uid IN (SELECT uid FROM keepsake);
  SELECT RAISE(ABORT, 'keepsake_bond_known: bond_id must be the id of a bond')
  WHERE NEW.bond_id NOT IN (SELECT id FROM bond);
  SELECT RAISE(ABORT, 'keepsake_kind_known: kind must be a code of keepsake_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM keepsake_kind);
  SELECT RAISE(ABORT, 'keepsake_cities_known: giver_id and receiver_id must be ids of cities')
  WHERE NEW.giver_id IS NOT NULL AND NEW.giver_id NOT IN (SELECT id FROM city)
    OR NEW.receiver_id IS NOT NULL AND NEW.receiver_id NOT IN (SELECT id FROM city);
  INSERT INTO used_date (date) VALUES (NEW.date);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER keepsake_update BEFORE UPDATE ON keepsake BEGIN
  SELECT RAISE(ABORT, 'keepsake_id_kept: a keepsake keeps its id, its uid, its bond and its recorded_at')
  WHERE (NEW.id, NEW.bond_id, NEW.recorded_at) IS NOT (OLD.id, OLD.bond_id, OLD.recorded_at)
    OR (OLD.uid IS NOT NULL AND NEW.uid IS NOT OLD.uid);
  SELECT RAISE(ABORT, 'keepsake_kind_known: kind must be a code of keepsake_kind')
  WHERE NEW.kind NOT IN (SELECT code FROM keepsake_kind);
  SELECT RAISE(ABORT, 'keepsake_cities_known: giver_id and receiver_id must be ids of cities')
  WHERE NEW.giver_id IS NOT NULL AND NEW.giver_id NOT IN (SELECT id FROM city)
    OR NEW.receiver_id IS NOT NULL AND NEW.receiver_id NOT IN (SELECT id FROM city);
  INSERT INTO used_date (date) VALUES (NEW.date);
  INSERT INTO used_date (date) VALUES (NEW.until);
END;
CREATE TRIGGER keepsake_delete BEFORE DELETE ON keepsake BEGIN
  SELECT RAISE(ABORT, 'keepsake_in_use: citations refer to this keepsake')
  WHERE EXISTS (SELECT 1 FROM citation WHERE keepsake_id = OLD.id);
END;
CREATE TRIGGER citation_insert BEFORE INSERT ON citation BEGIN
  SELECT RAISE(ABORT, 'citation_once: this id is taken by another citation')
  WHERE NEW.id IN (SELECT id FROM citation);
  SELECT RAISE(ABORT, 'citation_source_known: source_id must be the id of a source')
  WHERE NEW.source_id NOT IN (SELECT id FROM source);
  SELECT RAISE(ABORT, 'citation_target_known: the act, name, city, succession or keepsake that it supports must exist')
  WHERE NEW.event_id IS NOT NULL AND NEW.event_id NOT IN (SELECT id FROM bond_event)
    OR NEW.name_id IS NOT NULL AND NEW.name_id NOT IN (SELECT id FROM city_name)
    OR NEW.city_id IS NOT NULL AND NEW.city_id NOT IN (SELECT id FROM city)
    OR NEW.succession_id IS NOT NULL AND NEW.succession_id NOT IN (SELECT id FROM succession)
    OR NEW.keepsake_id IS NOT NULL AND NEW.keepsake_id NOT IN (SELECT id FROM keepsake);
END;
CREATE TRIGGER citation_update BEFORE UPDATE ON citation BEGIN
  SELECT RAISE(ABORT, 'citation_id_kept: a citation keeps its id, its source, what it supports and its recorded_at')
  WHERE (NEW.id, NEW.source_id, NEW.event_id, NEW.name_id, NEW.city_id, NEW.succession_id, NEW.keepsake_id,
         NEW.recorded_at)
     IS NOT (OLD.id, OLD.source_id, OLD.event_id, OLD.name_id, OLD.city_id, OLD.succession_id, OLD.keepsake_id,
             OLD.recorded_at);
END;
CREATE TRIGGER city_inserted AFTER INSERT ON city WHEN NEW.uid IS NULL OR NEW.folded IS NULL BEGIN
  UPDATE city SET
    uid = coalesce(NEW.uid, printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER),
                                   NEW.id & 0xffffffffff)
                            || lower(hex(randomblob(5)))),
    folded = coalesce(NEW.folded,
      iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name))))
  WHERE id = NEW.id;
END;
CREATE TRIGGER city_updated AFTER UPDATE OF name ON city
WHEN NEW.name IS NOT OLD.name AND NEW.folded IS OLD.folded BEGIN
  UPDATE city SET
    folded = iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name)))
  WHERE id = NEW.id;
END;
CREATE TRIGGER city_name_inserted AFTER INSERT ON city_name WHEN NEW.folded IS NULL BEGIN
  UPDATE city_name SET
    folded = iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name)))
  WHERE id = NEW.id;
END;
CREATE TRIGGER city_name_updated AFTER UPDATE OF name ON city_name
WHEN NEW.name IS NOT OLD.name AND NEW.folded IS OLD.folded BEGIN
  UPDATE city_name SET
    folded = iif(NEW.name GLOB '*[^A-Za-z0-9 ]*' OR NEW.name GLOB '*  *', NULL, trim(lower(NEW.name)))
  WHERE id = NEW.id;
END;
CREATE TRIGGER bond_inserted AFTER INSERT ON bond WHEN NEW.uid IS NULL BEGIN
  UPDATE bond SET
    uid = printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), NEW.id & 0xffffffffff)
          || lower(hex(randomblob(5)))
  WHERE id = NEW.id;
END;
CREATE TRIGGER bond_updated AFTER UPDATE OF kind ON bond WHEN NEW.kind IS NOT OLD.kind BEGIN
  INSERT INTO stale_pairs (bond_id) VALUES (NEW.id);
END;
CREATE VIEW stale_bond AS
  -- Always empty. A bond that is inserted here has its rows of bond_span and twin_span made anew.
  SELECT NULL AS bond_id WHERE 0
;
CREATE VIEW stale_pairs AS
  -- Always empty. A bond that is inserted here has its rows of twin_span made anew, for which bond_span must be right.
  SELECT NULL AS bond_id WHERE 0
;
CREATE TRIGGER stale_bond_inserted INSTEAD OF INSERT ON stale_bond BEGIN
  DELETE FROM bond_span WHERE bond_id = NEW.bond_id;
  INSERT INTO bond_span SELECT * FROM bond_stretch WHERE bond_id = NEW.bond_id;
  INSERT INTO stale_pairs (bond_id) VALUES (NEW.bond_id);
END;
CREATE TRIGGER stale_steady_pairs_inserted INSTEAD OF INSERT ON stale_pairs
WHEN NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                 WHERE p.bond_id = NEW.bond_id)
  AND NOT EXISTS (SELECT 1 FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind AND k.effect = 'membership'
                  WHERE e.bond_id = NEW.bond_id) BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id) AND bond_id = NEW.bond_id;
  INSERT INTO twin_span
  SELECT *, NULL, NULL, (SELECT kind FROM bond WHERE id = NEW.bond_id) FROM steady_span WHERE bond_id = NEW.bond_id;
END;
CREATE TRIGGER stale_moved_pairs_inserted INSTEAD OF INSERT ON stale_pairs
WHEN NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                 WHERE p.bond_id = NEW.bond_id)
  AND EXISTS (SELECT 1 FROM bond_event AS e JOIN event_kind AS k ON k.code = e.kind AND k.effect = 'membership'
              WHERE e.bond_id = NEW.bond_id) BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id) AND bond_id = NEW.bond_id;
  INSERT INTO twin_span
  SELECT *, NULL, NULL, (SELECT kind FROM bond WHERE id = NEW.bond_id) FROM own_span WHERE bond_id = NEW.bond_id;
END;
CREATE TRIGGER stale_carried_pairs_inserted INSTEAD OF INSERT ON stale_pairs
WHEN EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
             WHERE p.bond_id = NEW.bond_id) BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT city_id FROM bond_party WHERE bond_id = NEW.bond_id
                    UNION SELECT b.bearer_id FROM bearer AS b JOIN bond_party AS p ON p.city_id = b.party_id
                    WHERE p.bond_id = NEW.bond_id)
    AND bond_id = NEW.bond_id;
  INSERT INTO twin_span SELECT * FROM pair_span WHERE bond_id = NEW.bond_id;
END;
CREATE TRIGGER bond_party_inserted AFTER INSERT ON bond_party
WHEN EXISTS (SELECT 1 FROM bond_event WHERE bond_id = NEW.bond_id) BEGIN
  INSERT INTO stale_bond (bond_id) VALUES (NEW.bond_id);
END;
CREATE TRIGGER bond_event_first_inserted AFTER INSERT ON bond_event
WHEN NOT EXISTS (SELECT 1 FROM bond_event WHERE bond_id = NEW.bond_id AND id <> NEW.id)
  AND NEW.rank <> 'rival'
  AND EXISTS (SELECT 1 FROM event_kind WHERE code = NEW.kind AND begins  -- no IN: it would take a table at each act
              AND (effect = 'active' OR effect = 'proposed' OR effect = 'suspended' OR effect = 'dormant'))
  AND NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                  WHERE p.bond_id = NEW.bond_id) BEGIN
  UPDATE bond_event SET
    uid = max(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)),
              coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), ''))
          || printf('%010x', NEW.id & 0xffffffffff) || lower(hex(randomblob(5)))
  WHERE id = NEW.id AND uid IS NULL;
  INSERT INTO bond_span SELECT * FROM first_stretch WHERE event_id = NEW.id;
  INSERT INTO twin_span SELECT * FROM first_span WHERE bond_id = NEW.bond_id;
END
;
CREATE TRIGGER bond_event_next_inserted AFTER INSERT ON bond_event
WHEN NOT (
  NOT EXISTS (SELECT 1 FROM bond_event WHERE bond_id = NEW.bond_id AND id <> NEW.id)
  AND NEW.rank <> 'rival'
  AND EXISTS (SELECT 1 FROM event_kind WHERE code = NEW.kind AND begins  -- no IN: it would take a table at each act
              AND (effect = 'active' OR effect = 'proposed' OR effect = 'suspended' OR effect = 'dormant'))
  AND NOT EXISTS (SELECT 1 FROM bond_party AS p JOIN succession AS s ON s.predecessor_id = p.city_id
                  WHERE p.bond_id = NEW.bond_id)) BEGIN
  UPDATE bond_event SET
    uid = max(printf('%012x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)),
              coalesce((SELECT substr(max(uid), 1, 12) FROM bond_event), ''))
          || printf('%010x', NEW.id & 0xffffffffff) || lower(hex(randomblob(5)))
  WHERE id = NEW.id AND uid IS NULL;
  INSERT INTO stale_bond (bond_id) VALUES (NEW.bond_id);
END
;
CREATE TRIGGER event_kind_updated AFTER UPDATE OF broader ON event_kind
WHEN (NEW.broader IS 'formed') <> (OLD.broader IS 'formed') BEGIN
  INSERT INTO stale_bond (bond_id) SELECT DISTINCT bond_id FROM bond_event WHERE kind = NEW.code;
END;
CREATE TRIGGER succession_inserted AFTER INSERT ON succession BEGIN
  INSERT INTO stale_pairs (bond_id)
  SELECT DISTINCT bond_id FROM bond_party
  WHERE city_id IN (SELECT party_id FROM bearer WHERE bearer_id = NEW.predecessor_id);
END;
CREATE TRIGGER succession_updated AFTER UPDATE OF date, kind ON succession BEGIN
  INSERT INTO stale_pairs (bond_id)
  SELECT DISTINCT bond_id FROM bond_party
  WHERE city_id = NEW.predecessor_id
    OR city_id IN (SELECT party_id FROM bearer WHERE bearer_id = NEW.predecessor_id);
END;
CREATE TRIGGER succession_updating BEFORE UPDATE OF date, kind ON succession BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT h.bearer_id FROM bearer AS h JOIN bearer AS p ON p.party_id = h.party_id
                    WHERE p.bearer_id = OLD.predecessor_id)
    AND carried_from IN (SELECT party_id FROM bearer WHERE bearer_id = OLD.predecessor_id);
END;
CREATE TRIGGER succession_deleting BEFORE DELETE ON succession BEGIN
  DELETE FROM twin_span
  WHERE city_id IN (SELECT h.bearer_id FROM bearer AS h JOIN bearer AS p ON p.party_id = h.party_id
                    WHERE p.bearer_id = OLD.predecessor_id)
    AND carried_from IN (SELECT party_id FROM bearer WHERE bearer_id = OLD.predecessor_id);
END;
CREATE TRIGGER succession_deleted AFTER DELETE ON succession BEGIN
  INSERT INTO stale_pairs (bond_id)
  SELECT DISTINCT bond_id FROM bond_party
  WHERE city_id = OLD.predecessor_id
    OR city_id IN (SELECT party_id FROM bearer WHERE bearer_id = OLD.predecessor_id);
END;
CREATE TRIGGER source_inserted AFTER INSERT ON source WHEN NEW.uid IS NULL BEGIN
  UPDATE source SET
    uid = printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), NEW.id & 0xffffffffff)
          || lower(hex(randomblob(5)))
  WHERE id = NEW.id;
END;
CREATE TRIGGER keepsake_inserted AFTER INSERT ON keepsake WHEN NEW.uid IS NULL BEGIN
  UPDATE keepsake SET
    uid = printf('%012x%010x', CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), NEW.id & 0xffffffffff)
          || lower(hex(randomblob(5)))
  WHERE id = NEW.id;
END;
CREATE VIEW city_meant AS
  -- The cities that words may mean, the best with the least rank. Ask it with the words as a JSON array:
  --   SELECT city_id FROM city_meant WHERE words = json_array('Kingston, JM');
  -- It has no rows of its own: the words come in by the argument of json_each. To insert words refuses them unless they
  -- mean one city.
  SELECT j.json AS words, r.rank AS rank, c.id AS city_id
  FROM json_each AS j
  CROSS JOIN (SELECT 1 AS rank UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4) AS r
  CROSS JOIN city AS c ON c.id IN (
    SELECT id FROM city WHERE r.rank = 1 AND name = j.value
    UNION ALL SELECT city_id FROM city_name WHERE r.rank = 1 AND name = j.value
    UNION ALL SELECT id FROM city WHERE r.rank = 2 AND folded = lower(j.value)
    UNION ALL SELECT city_id FROM city_name WHERE r.rank = 2 AND folded = lower(j.value)
    UNION ALL SELECT id FROM city WHERE r.rank = 3 AND name = substr(j.value, 1, length(j.value) - 4)
    UNION ALL SELECT city_id FROM city_name WHERE r.rank = 3 AND name = substr(j.value, 1, length(j.value) - 4)
    UNION ALL SELECT id FROM city WHERE r.rank = 3 AND folded = lower(substr(j.value, 1, length(j.value) - 4))
    UNION ALL SELECT city_id FROM city_name
    WHERE r.rank = 3 AND folded = lower(substr(j.value, 1, length(j.value) - 4))
    UNION ALL SELECT id FROM city
    WHERE r.rank = 4 AND id = CAST(substr(j.value, 4) AS INTEGER) AND j.value = 'id:' || id
    UNION ALL SELECT id FROM city WHERE r.rank = 4 AND uid = substr(j.value, 5) AND j.value GLOB 'uid:*'
    UNION ALL SELECT city_id FROM city_identifier
    WHERE r.rank = 4 AND value = substr(j.value, instr(j.value, ':') + 1)
      AND scheme = substr(j.value, 1, instr(j.value, ':') - 1))
  WHERE r.rank <> 3 OR lower(j.value) GLOB '*, ' || lower(c.country)
;
CREATE VIEW named_city AS
  -- The one city that words mean, the best of city_meant; NULL where there is none, or several are as good. Each of the
  -- words in the array has a row.
  SELECT j.json AS words,
    (SELECT iif(count(*) = 1, city_id, NULL) FROM city_meant WHERE words = json_array(j.value)
     GROUP BY rank ORDER BY rank LIMIT 1) AS city_id
  FROM json_each AS j
;
CREATE TRIGGER city_meant_inserted INSTEAD OF INSERT ON city_meant BEGIN
  SELECT RAISE(ABORT, 'city_meant_known: no city is called so; look at its spelling, or add it with new_city')
  WHERE NOT EXISTS (SELECT 1 FROM city_meant WHERE words = NEW.words);
  SELECT RAISE(ABORT,
    'city_meant_ambiguous: several cities are called so; add the country, as in Kingston, JM, or say id:12')
  WHERE (SELECT city_id FROM named_city WHERE words = NEW.words) IS NULL;
END;
CREATE VIEW bond_meant AS
  -- The bonds between two cities, once from each side; ended is 1 where the pair has ended, or may have, and did not
  -- begin again; or never was one, since the first had left before the other joined. To insert two cities refuses them
  -- unless an act between them, or a keepsake, can be of one bond alone: the only one, or the only one that has not
  -- ended.
  SELECT p.city_id, t.city_id AS twin_id, p.bond_id,
    coalesce((SELECT s.status = 'ended' FROM twin_span AS s
              WHERE s.city_id = p.city_id AND s.bond_id = p.bond_id AND s.twin_id = t.city_id
                AND s.from_earliest <= date('now')
              ORDER BY s.position DESC LIMIT 1),
             EXISTS (SELECT 1 FROM twin_span WHERE city_id = p.city_id AND bond_id = p.bond_id)
             AND EXISTS (SELECT 1 FROM twin_span WHERE city_id = t.city_id AND bond_id = p.bond_id)
             AND NOT EXISTS (SELECT 1 FROM twin_span
                             WHERE city_id = p.city_id AND bond_id = p.bond_id AND twin_id = t.city_id)) AS ended
  FROM bond_party AS p JOIN bond_party AS t ON t.bond_id = p.bond_id AND t.city_id <> p.city_id
;
CREATE TRIGGER bond_meant_inserted INSTEAD OF INSERT ON bond_meant BEGIN
  SELECT RAISE(ABORT,
    'bond_meant_carried: one of the two carries their bond from a predecessor; name that, or add the city as a party')
  WHERE NOT EXISTS (SELECT 1 FROM bond_meant WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id)
    AND EXISTS (SELECT 1 FROM twin_span WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id);
  SELECT RAISE(ABORT, 'bond_meant_known: the two have no bond; form one with new_bond')
  WHERE NOT EXISTS (SELECT 1 FROM bond_meant WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id);
  SELECT RAISE(ABORT,
    'bond_meant_ambiguous: the two have several bonds that it may be of; insert it by bond_id into the table itself')
  WHERE (SELECT count(*) > 1 AND sum(NOT ended) <> 1 FROM bond_meant
         WHERE city_id = NEW.city_id AND twin_id = NEW.twin_id);
END;
CREATE VIEW source_meant AS
  -- The sources by their title. To insert a title adds a source of it where there is none; NULL and '' ask
  -- for none.
  SELECT title, id AS source_id FROM source
;
CREATE TRIGGER source_meant_inserted INSTEAD OF INSERT ON source_meant WHEN NEW.title <> '' BEGIN
  SELECT RAISE(ABORT, 'source_meant_present: a blank title names no source; leave the source out where there is none')
  WHERE trim(NEW.title, ' ' || char(9, 10, 13)) = '' OR instr(NEW.title, char(0));
  SELECT RAISE(ABORT,
    'source_meant_ambiguous: several sources have this title; leave it out and add a citation by source_id')
  WHERE (SELECT count(*) FROM source WHERE title = NEW.title) > 1;
  INSERT INTO source (title) SELECT NEW.title WHERE NOT EXISTS (SELECT 1 FROM source WHERE title = NEW.title);
END;
CREATE VIEW new_city AS
  -- Always empty. Insert a city here: name and country; kind is municipality unless you say another. One of the same
  -- name and country is refused.
  SELECT NULL AS name, NULL AS country, NULL AS kind, NULL AS latitude, NULL AS longitude, NULL AS population,
    NULL AS since, NULL AS until, NULL AS note, NULL AS source WHERE 0
;
CREATE TRIGGER new_city_inserted INSTEAD OF INSERT ON new_city BEGIN
  SELECT RAISE(ABORT, 'new_city_encoding: this name is not UTF-8; convert the text that it is from, as with iconv')
  WHERE NEW.name GLOB '*' || char(65533) || '*';
  SELECT RAISE(ABORT,
    'new_city_once: a city in this country is or was called so; insert a namesake into the table city')
  FROM city AS c
  WHERE c.country IS nullif(NEW.country, '')
    AND c.id IN (SELECT id FROM city WHERE name = NEW.name UNION ALL SELECT id FROM city WHERE folded = lower(NEW.name)
                 UNION ALL SELECT city_id FROM city_name WHERE name = NEW.name
                 UNION ALL SELECT city_id FROM city_name WHERE folded = lower(NEW.name));
  INSERT INTO city (name, country, kind, latitude, longitude, population, since, until, note)
  VALUES (NEW.name, nullif(NEW.country, ''), coalesce(nullif(NEW.kind, ''), 'municipality'),
          nullif(NEW.latitude, ''), nullif(NEW.longitude, ''), nullif(NEW.population, ''),
          nullif(NEW.since, ''), nullif(NEW.until, ''), nullif(NEW.note, ''));
  SELECT RAISE(ABORT,
    'new_city_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, city_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;
CREATE VIEW new_name AS
  -- Always empty. Insert another name of a city here; kind is former unless you say another.
  SELECT NULL AS city, NULL AS name, NULL AS kind, NULL AS language, NULL AS since, NULL AS until, NULL AS source
  WHERE 0
;
CREATE TRIGGER new_name_inserted INSTEAD OF INSERT ON new_name BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city));
  SELECT RAISE(ABORT, 'new_name_encoding: this name is not UTF-8; convert the text that it is from, as with iconv')
  WHERE NEW.name GLOB '*' || char(65533) || '*';
  SELECT RAISE(ABORT, 'new_name_once: the city has this name already; cite another source in the table citation')
  FROM named_city AS c JOIN city_name AS n ON n.city_id = c.city_id
  WHERE c.words = json_array(NEW.city)
    AND (n.name, n.kind, n.language, n.since, n.until)
      IS (NEW.name, coalesce(nullif(NEW.kind, ''), 'former'), nullif(NEW.language, ''), nullif(NEW.since, ''),
          nullif(NEW.until, ''));
  INSERT INTO city_name (city_id, name, kind, language, since, until)
  SELECT city_id, NEW.name, coalesce(nullif(NEW.kind, ''), 'former'), nullif(NEW.language, ''),
    nullif(NEW.since, ''), nullif(NEW.until, '')
  FROM named_city WHERE words = json_array(NEW.city);
  SELECT RAISE(ABORT,
    'new_name_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, name_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;
CREATE VIEW new_bond AS
  -- Always empty. Insert two cities here, and a bond between them is formed; kind is twinning unless you say another,
  -- and date, reason, note and source are those of its forming. Where they have one of that kind that has not ended,
  -- their own or one that a successor carries, it is refused.
  SELECT NULL AS city, NULL AS twin, NULL AS kind, NULL AS date, NULL AS reason, NULL AS note, NULL AS source WHERE 0
;
CREATE TRIGGER new_bond_inserted INSTEAD OF INSERT ON new_bond BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city)), (json_array(NEW.twin));
  SELECT RAISE(ABORT,
    'new_bond_once: the two have a bond of this kind that has not ended; insert another into the table bond')
  FROM named_city AS c, named_city AS t, bond_meant AS m, bond AS b
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND m.city_id = c.city_id AND m.twin_id = t.city_id AND NOT m.ended
    AND b.id = m.bond_id AND b.kind = coalesce(nullif(NEW.kind, ''), 'twinning');
  SELECT RAISE(ABORT,
    'new_bond_carried: one of the two carries a bond of this kind from a predecessor; add the city to it as a party')
  FROM named_city AS c, named_city AS t, twin_span AS s, bond AS b
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND s.city_id = c.city_id AND s.twin_id = t.city_id AND coalesce(s.carried_from, s.twin_carried_from) IS NOT NULL
    AND s.status <> 'ended' AND s.from_earliest <= date('now')
    AND (s.to_earliest IS NULL OR date('now') < s.to_earliest)
    AND b.id = s.bond_id AND b.kind = coalesce(nullif(NEW.kind, ''), 'twinning');
  INSERT INTO bond (kind) VALUES (coalesce(nullif(NEW.kind, ''), 'twinning'));
  -- A table without a rowid leaves last_insert_rowid() alone.
  INSERT INTO bond_party (bond_id, city_id)
  SELECT last_insert_rowid(), city_id FROM named_city WHERE words = json_array(NEW.city, NEW.twin);
  INSERT INTO bond_event (bond_id, kind, date, reason, note)
  VALUES (last_insert_rowid(), 'formed', nullif(NEW.date, ''), nullif(NEW.reason, ''), nullif(NEW.note, ''));
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, event_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END
;
CREATE VIEW new_event AS
  -- Always empty. Insert an act between two cities here, and it goes to their bond. "by" is the one that acted; leave
  -- it out where both did.
  SELECT NULL AS city, NULL AS twin, NULL AS kind, NULL AS date, NULL AS "by", NULL AS reason, NULL AS decided,
    NULL AS condition, NULL AS note, NULL AS source WHERE 0
;
CREATE TRIGGER new_event_inserted INSTEAD OF INSERT ON new_event BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city)), (json_array(NEW.twin));
  INSERT INTO city_meant (words) SELECT json_array(NEW."by") WHERE NEW."by" <> '';
  INSERT INTO bond_meant (city_id, twin_id)
  SELECT c.city_id, t.city_id FROM named_city AS c, named_city AS t
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin);
  SELECT RAISE(ABORT, 'new_event_once: their bond has this very act; cite another source in the table citation')
  FROM named_city AS c, named_city AS t, named_city AS a, bond_meant AS m, bond_event AS e
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND a.words = json_array(NEW."by") AND m.city_id = c.city_id AND m.twin_id = t.city_id
    AND e.bond_id = m.bond_id AND NOT EXISTS (SELECT 1 FROM bond_event AS later WHERE later.corrects = e.id)
    AND (e.kind, e.date, e.city_id, e.reason, e.decided, e.condition, e.note)
      IS (NEW.kind, nullif(NEW.date, ''), a.city_id, nullif(NEW.reason, ''), nullif(NEW.decided, ''),
          nullif(NEW.condition, ''), nullif(NEW.note, ''));
  INSERT INTO bond_event (bond_id, kind, date, city_id, reason, decided, condition, note)
  SELECT m.bond_id, NEW.kind, nullif(NEW.date, ''), a.city_id, nullif(NEW.reason, ''), nullif(NEW.decided, ''),
    nullif(NEW.condition, ''), nullif(NEW.note, '')
  FROM named_city AS c, named_city AS t, named_city AS a, bond_meant AS m
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin) AND a.words = json_array(NEW."by")
    AND m.city_id = c.city_id AND m.twin_id = t.city_id
  ORDER BY m.ended LIMIT 1;
  SELECT RAISE(ABORT,
    'new_event_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, event_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;
CREATE VIEW new_keepsake AS
  -- Always empty. Insert what the bond of two cities left behind here: who gave it, who has it, and where it is.
  SELECT NULL AS city, NULL AS twin, NULL AS kind, NULL AS title, NULL AS giver, NULL AS receiver, NULL AS date,
    NULL AS until, NULL AS place, NULL AS note, NULL AS source WHERE 0
;
CREATE TRIGGER new_keepsake_inserted INSTEAD OF INSERT ON new_keepsake BEGIN
  INSERT INTO city_meant (words) VALUES (json_array(NEW.city)), (json_array(NEW.twin));
  INSERT INTO city_meant (words) SELECT json_array(NEW.giver) WHERE NEW.giver <> '';
  INSERT INTO city_meant (words) SELECT json_array(NEW.receiver) WHERE NEW.receiver <> '';
  INSERT INTO bond_meant (city_id, twin_id)
  SELECT c.city_id, t.city_id FROM named_city AS c, named_city AS t
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin);
  SELECT RAISE(ABORT, 'new_keepsake_once: their bond has this very keepsake; cite another source in the table citation')
  FROM named_city AS c, named_city AS t, bond_meant AS m, keepsake AS k
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND m.city_id = c.city_id AND m.twin_id = t.city_id AND k.bond_id = m.bond_id
    AND (k.kind, k.title, k.date, k.until, k.place, k.note)
      IS (NEW.kind, NEW.title, nullif(NEW.date, ''), nullif(NEW.until, ''), nullif(NEW.place, ''),
          nullif(NEW.note, ''));
  INSERT INTO keepsake (bond_id, kind, title, giver_id, receiver_id, date, until, place, note)
  SELECT m.bond_id, NEW.kind, NEW.title, g.city_id, r.city_id, nullif(NEW.date, ''), nullif(NEW.until, ''),
    nullif(NEW.place, ''), nullif(NEW.note, '')
  FROM named_city AS c, named_city AS t, named_city AS g, named_city AS r, bond_meant AS m
  WHERE c.words = json_array(NEW.city) AND t.words = json_array(NEW.twin)
    AND g.words = json_array(NEW.giver) AND r.words = json_array(NEW.receiver)
    AND m.city_id = c.city_id AND m.twin_id = t.city_id
  ORDER BY m.ended LIMIT 1;
  SELECT RAISE(ABORT,
    'new_keepsake_complete: a value is missing or has another form; insert without OR IGNORE to see which')
  WHERE changes() = 0;
  INSERT INTO source_meant (title) VALUES (NEW.source);
  INSERT INTO citation (source_id, keepsake_id)
  SELECT source_id, last_insert_rowid() FROM source_meant WHERE title = NEW.source;
END;
COMMIT;
