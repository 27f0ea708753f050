BEGIN TRANSACTION;
CREATE TABLE agent (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	CONSTRAINT pk_agent PRIMARY KEY (id), 
	CONSTRAINT uq_agent_uid UNIQUE (uid)
);
INSERT INTO "agent" VALUES(1,'agt-10fc834668f7d2a76bf9','person','Ines Falk','ines falk','');
INSERT INTO "agent" VALUES(2,'agt-eb137d934d09bf1388c2','organization','Sample Wire','sample wire','');
INSERT INTO "agent" VALUES(3,'agt-e7ed348ed3656defb4cf','organization','Sample Evening','sample evening','');
INSERT INTO "agent" VALUES(4,'agt-f5dfe2ad9945c7ad4ca7','person','Tobias Rehn','tobias rehn','');
INSERT INTO "agent" VALUES(5,'agt-e0852e638368a10756ed','person','Lena Moor','lena moor','');
CREATE TABLE agent_name (
	id INTEGER NOT NULL, 
	agent_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_agent_name PRIMARY KEY (id), 
	CONSTRAINT fk_agent_name_agent_id_agent FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT uq_agent_name_agent_id_name UNIQUE (agent_id, name)
);
INSERT INTO "agent_name" VALUES(1,1,'Ines Falk','ines falk');
INSERT INTO "agent_name" VALUES(2,1,'Falk','falk');
INSERT INTO "agent_name" VALUES(3,2,'Sample Wire','sample wire');
INSERT INTO "agent_name" VALUES(4,3,'Sample Evening','sample evening');
INSERT INTO "agent_name" VALUES(5,4,'Tobias Rehn','tobias rehn');
INSERT INTO "agent_name" VALUES(6,5,'Lena Moor','lena moor');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE article (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	outlet_id INTEGER, 
	url VARCHAR, 
	content_hash VARCHAR NOT NULL, 
	published_at VARCHAR, 
	published_start DATETIME, 
	published_end DATETIME, 
	CONSTRAINT pk_article PRIMARY KEY (id), 
	CONSTRAINT fk_article_outlet_id_outlet FOREIGN KEY(outlet_id) REFERENCES outlet (id), 
	CONSTRAINT uq_article_uid UNIQUE (uid)
);
INSERT INTO "article" VALUES(1,'art-d2f164c579f4214cbab9',1,'https://wire.example/ferry','19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171','2024-03-05','2024-03-05 00:00:00.000000','2024-03-05 23:59:59.999999');
INSERT INTO "article" VALUES(2,'art-f9dcf8a157a0ef31d262',2,'https://evening.example/ferry','d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b','2024-03-06','2024-03-06 00:00:00.000000','2024-03-06 23:59:59.999999');
INSERT INTO "article" VALUES(3,'art-6318937f4fb30e5bc0c0',NULL,NULL,'9ba23e2039b84a80c0e8c5abb5d5c35ec969c728fad39795a33705dec85918ee',NULL,NULL,NULL);
CREATE TABLE article_version (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	article_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	body_sha256 VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	text_sha256 VARCHAR NOT NULL, 
	title VARCHAR, 
	author VARCHAR, 
	media_type VARCHAR NOT NULL, 
	encoding VARCHAR NOT NULL, 
	encoding_from VARCHAR NOT NULL, 
	extractor VARCHAR NOT NULL, 
	extractor_version VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	captured_at DATETIME NOT NULL, 
	CONSTRAINT pk_article_version PRIMARY KEY (id), 
	CONSTRAINT fk_article_version_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_article_version_body_sha256_blob FOREIGN KEY(body_sha256) REFERENCES blob (sha256), 
	CONSTRAINT uq_article_version_article_id_number UNIQUE (article_id, number), 
	CONSTRAINT uq_article_version_uid UNIQUE (uid)
);
INSERT INTO "article_version" VALUES(1,'ver-e178cb6b4dfabb8c6d18',1,1,'19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171','Harbour master Ines Falk said the ferry would not sail again before Friday.

“The hull is sound, but nobody boards until we have tested the doors,” Falk said.

At least 14 passengers were injured when the ferry struck the pier on Tuesday.
','19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171',NULL,NULL,'text/plain','utf-8','utf-8','plain','1','whole','2026-11-26 05:17:31.155935');
INSERT INTO "article_version" VALUES(2,'ver-15a2f487345ffa4a0827',2,1,'d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b','“The hull is sound, but nobody boards until we have tested the doors,” Ines Falk, the harbour master, told the Sample Wire.

Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.
','d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b',NULL,NULL,'text/plain','utf-8','utf-8','plain','1','whole','2026-11-26 05:17:34.615740');
INSERT INTO "article_version" VALUES(3,'ver-6495f8744f62e0544f45',3,1,'8f40f2b81df1b100fd8152cf251de4f4dd0a59568d1ee465e095fb6433a79e73','We will pay for every night in a hotel.','9ba23e2039b84a80c0e8c5abb5d5c35ec969c728fad39795a33705dec85918ee',NULL,NULL,'application/json','utf-8','utf-8','record','0.1.0','whole','2026-11-26 05:17:37.833245');
CREATE TABLE attribution (
	id INTEGER NOT NULL, 
	occurrence_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	agent_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	start INTEGER, 
	"end" INTEGER, 
	cue_start INTEGER, 
	cue_end INTEGER, 
	made_by VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_attribution PRIMARY KEY (id), 
	CONSTRAINT fk_attribution_agent_id_agent FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_attribution_occurrence_id_occurrence FOREIGN KEY(occurrence_id) REFERENCES occurrence (id)
);
INSERT INTO "attribution" VALUES(1,1,0,1,'speaker',0,24,25,29,'machine',0);
INSERT INTO "attribution" VALUES(2,1,1,2,'outlet',NULL,NULL,NULL,NULL,'machine',1);
INSERT INTO "attribution" VALUES(3,2,0,1,'speaker',148,152,153,157,'machine',1);
INSERT INTO "attribution" VALUES(4,2,1,2,'outlet',NULL,NULL,NULL,NULL,'machine',1);
INSERT INTO "attribution" VALUES(5,3,0,1,'speaker',71,100,102,106,'machine',1);
INSERT INTO "attribution" VALUES(6,3,1,2,'relay',111,122,NULL,NULL,'machine',1);
INSERT INTO "attribution" VALUES(7,3,2,3,'outlet',NULL,NULL,NULL,NULL,'machine',1);
INSERT INTO "attribution" VALUES(8,4,0,4,'speaker',125,142,143,149,'machine',1);
INSERT INTO "attribution" VALUES(9,4,1,3,'outlet',NULL,NULL,NULL,NULL,'machine',1);
INSERT INTO "attribution" VALUES(10,5,0,4,'speaker',181,183,184,188,'machine',1);
INSERT INTO "attribution" VALUES(11,5,1,3,'outlet',NULL,NULL,NULL,NULL,'machine',1);
INSERT INTO "attribution" VALUES(12,6,0,5,'speaker',NULL,NULL,NULL,NULL,'machine',1);
INSERT INTO "attribution" VALUES(13,1,0,1,'speaker',NULL,NULL,NULL,NULL,'person',1);
CREATE TABLE blob (
	sha256 VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	codec VARCHAR NOT NULL, 
	body BLOB NOT NULL, 
	CONSTRAINT pk_blob PRIMARY KEY (sha256)
);
INSERT INTO "blob" VALUES('19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171',243,'zlib',X'789C4D8FC16D02410C45EF54F10B409190D2402E28B9D3802763D809131BD963567BA390A4392A890307B8DA7EFF3FBF93150DC337F960C387B0634BFD08A7563126C69ECD16CC1ABD4274FC2F3AE8404D5078AFC6D85AABB4BCAC56D7CBCF2E89297A4773B886D4354A8C048BD60545C9AA236464C69C9774660CCEEA7B5755355F5F2FBF0F878C7D1BE89C7ED8BCE244EE2C07364F3EBB9B7C85253D4F2C4FBA3E2C3E8FB7C1A9E55F2AD805FB4DF30F035357BD');
INSERT INTO "blob" VALUES('d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b',229,'zlib',X'789C258F316EC3400C047BBD621F20E819815DA4490CB8E6810474C89914C83B0BEEFC90E4737E4918A5DDDD1990AFE7F76515ACA335D440D8509E5146875A317EA018390786F6DAB0E792EE822ED185D19364338FF9F5FCC15925F046ED6B3E8A95BCD870DC28B79E99B57FE2936E5B135CABCB324DEFF430C7C54AA5C087AC0A16AD879CFAB1EFB66BDA184544B193ABF0829320A832B4AA6013FB53EEE299E6A1F94B22165BEDD496E917CDB2528E');
INSERT INTO "blob" VALUES('8f40f2b81df1b100fd8152cf251de4f4dd0a59568d1ee465e095fb6433a79e73',95,'zlib',X'789C0DC84D0E40301006D0AB7C9935D22016CEC0DA52263168341DA9C64FC4DDF52DDF4B07DB69544F2D95A6AC7353E5A6A18C8E5D789390BA13CFE85543DA28774C35082EEB1C767E306B809C121E78BBAC11D683B16A1457D0F70362641E18');
CREATE TABLE claim (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	external_id VARCHAR, 
	kind VARCHAR NOT NULL, 
	type VARCHAR NOT NULL, 
	act VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	context VARCHAR NOT NULL, 
	speaker_id INTEGER, 
	speaker_names TEXT NOT NULL, 
	unnamed_source VARCHAR, 
	denied BOOLEAN NOT NULL, 
	said_start DATE, 
	said_end DATE, 
	said_precision VARCHAR, 
	said_as_printed VARCHAR, 
	event_id INTEGER, 
	part_of_id INTEGER, 
	CONSTRAINT pk_claim PRIMARY KEY (id), 
	CONSTRAINT ck_claim_act CHECK (act IN ('speech', 'belief', 'intention', 'document')), 
	CONSTRAINT ck_claim_kind CHECK (kind IN ('fact', 'quote', 'claim')), 
	CONSTRAINT ck_claim_type CHECK (type IN ('direct', 'indirect', 'mixed')), 
	CONSTRAINT ck_claim_not_part_of_itself CHECK (part_of_id <> id), 
	CONSTRAINT fk_claim_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_claim_part_of_id_claim FOREIGN KEY(part_of_id) REFERENCES claim (id), 
	CONSTRAINT fk_claim_speaker_id_agent FOREIGN KEY(speaker_id) REFERENCES agent (id), 
	CONSTRAINT uq_claim_uid UNIQUE (uid)
);
INSERT INTO "claim" VALUES(1,'clm-a9a461e4a3480bede0a0',NULL,'claim','indirect','speech','the ferry would not sail again before Friday','Harbour master Ines Falk said the ferry would not sail again before Friday.',1,'["Falk","Ines Falk"]',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "claim" VALUES(2,'clm-24cb4410ab435ae1c6c5',NULL,'quote','direct','speech','“The hull is sound, but nobody boards until we have tested the doors,”','“The hull is sound, but nobody boards until we have tested the doors,” Falk said.',1,'["Falk","Ines Falk"]',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "claim" VALUES(3,'clm-12de3baeedfeafb3d61e',NULL,'quote','direct','speech','“The hull is sound, but nobody boards until we have tested the doors,”','“The hull is sound, but nobody boards until we have tested the doors,” Ines Falk, the harbour master, told the Sample Wire.',1,'["Ines Falk"]',NULL,0,NULL,NULL,NULL,NULL,NULL,2);
INSERT INTO "claim" VALUES(4,'clm-604031b21370624fc2df',NULL,'claim','indirect','speech','the town had been warned','Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.',4,'["Tobias Rehn"]',NULL,1,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "claim" VALUES(5,'clm-65c3701cb33e3c5962f6',NULL,'claim','indirect','speech','nine people were still in hospital','Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.',4,'["Tobias Rehn"]',NULL,0,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "claim" VALUES(6,'clm-3392ffc93223360a857d',NULL,'claim','indirect','speech','We will pay for every night in a hotel.','We will pay for every night in a hotel.',5,'["Lena Moor"]',NULL,0,'2024-03-06','2024-03-06','day','2024-03-06',NULL,NULL);
CREATE TABLE claim_key (
	hash INTEGER NOT NULL, 
	claim_id INTEGER NOT NULL, 
	CONSTRAINT pk_claim_key PRIMARY KEY (hash, claim_id), 
	CONSTRAINT fk_claim_key_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id)
)
 WITHOUT ROWID

;
INSERT INTO "claim_key" VALUES(-2144612639,5);
INSERT INTO "claim_key" VALUES(-2016414573,5);
INSERT INTO "claim_key" VALUES(-1964682195,2);
INSERT INTO "claim_key" VALUES(-1964682195,3);
INSERT INTO "claim_key" VALUES(-1960098268,1);
INSERT INTO "claim_key" VALUES(-1928894587,5);
INSERT INTO "claim_key" VALUES(-1874568239,2);
INSERT INTO "claim_key" VALUES(-1874568239,3);
INSERT INTO "claim_key" VALUES(-1870400014,4);
INSERT INTO "claim_key" VALUES(-1835291349,1);
INSERT INTO "claim_key" VALUES(-1564865417,1);
INSERT INTO "claim_key" VALUES(-1555095782,6);
INSERT INTO "claim_key" VALUES(-1524552511,6);
INSERT INTO "claim_key" VALUES(-1502896881,2);
INSERT INTO "claim_key" VALUES(-1502896881,3);
INSERT INTO "claim_key" VALUES(-1330465216,1);
INSERT INTO "claim_key" VALUES(-683474205,5);
INSERT INTO "claim_key" VALUES(-662733300,2);
INSERT INTO "claim_key" VALUES(-662733300,3);
INSERT INTO "claim_key" VALUES(-505377564,1);
INSERT INTO "claim_key" VALUES(-199357956,2);
INSERT INTO "claim_key" VALUES(-199357956,3);
INSERT INTO "claim_key" VALUES(-124861564,2);
INSERT INTO "claim_key" VALUES(-124861564,3);
INSERT INTO "claim_key" VALUES(-66715740,2);
INSERT INTO "claim_key" VALUES(-66715740,3);
INSERT INTO "claim_key" VALUES(-24174020,6);
INSERT INTO "claim_key" VALUES(10527635,2);
INSERT INTO "claim_key" VALUES(10527635,3);
INSERT INTO "claim_key" VALUES(55795417,6);
INSERT INTO "claim_key" VALUES(299503511,6);
INSERT INTO "claim_key" VALUES(431402533,6);
INSERT INTO "claim_key" VALUES(465094779,5);
INSERT INTO "claim_key" VALUES(700100869,4);
INSERT INTO "claim_key" VALUES(898581056,1);
INSERT INTO "claim_key" VALUES(976699102,2);
INSERT INTO "claim_key" VALUES(976699102,3);
INSERT INTO "claim_key" VALUES(1290192804,4);
INSERT INTO "claim_key" VALUES(1296528771,2);
INSERT INTO "claim_key" VALUES(1296528771,3);
INSERT INTO "claim_key" VALUES(1482042183,2);
INSERT INTO "claim_key" VALUES(1482042183,3);
INSERT INTO "claim_key" VALUES(1776027810,2);
INSERT INTO "claim_key" VALUES(1776027810,3);
INSERT INTO "claim_key" VALUES(2037076017,2);
INSERT INTO "claim_key" VALUES(2037076017,3);
INSERT INTO "claim_key" VALUES(2046118269,2);
INSERT INTO "claim_key" VALUES(2046118269,3);
INSERT INTO "claim_key" VALUES(2057373103,5);
INSERT INTO "claim_key" VALUES(2131094495,2);
INSERT INTO "claim_key" VALUES(2131094495,3);
CREATE TABLE claim_relation (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	from_claim_id INTEGER NOT NULL, 
	to_claim_id INTEGER NOT NULL, 
	relation VARCHAR NOT NULL, 
	basis VARCHAR, 
	score FLOAT NOT NULL, 
	features TEXT NOT NULL, 
	differences TEXT NOT NULL, 
	matcher VARCHAR NOT NULL, 
	matcher_version VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_claim_relation PRIMARY KEY (id), 
	CONSTRAINT ck_claim_relation_two_claims CHECK (from_claim_id <> to_claim_id), 
	CONSTRAINT ck_claim_relation_score CHECK (score BETWEEN 0 AND 1), 
	CONSTRAINT fk_claim_relation_from_claim_id_claim FOREIGN KEY(from_claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_claim_relation_to_claim_id_claim FOREIGN KEY(to_claim_id) REFERENCES claim (id), 
	CONSTRAINT uq_claim_relation_from_claim_id_to_claim_id_relation UNIQUE (from_claim_id, to_claim_id, relation), 
	CONSTRAINT uq_claim_relation_uid UNIQUE (uid)
);
CREATE TABLE correction (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	occurrence_id INTEGER NOT NULL, 
	field VARCHAR NOT NULL, 
	"before" VARCHAR, 
	"after" VARCHAR, 
	reason VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_correction PRIMARY KEY (id), 
	CONSTRAINT fk_correction_occurrence_id_occurrence FOREIGN KEY(occurrence_id) REFERENCES occurrence (id), 
	CONSTRAINT uq_correction_uid UNIQUE (uid)
);
INSERT INTO "correction" VALUES(1,'cor-7209afd1052b94381f96',1,'speaker','Ines Falk','Ines Falk','named in full below','vera','2026-11-26 05:17:43.150903');
CREATE TABLE event (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	type VARCHAR NOT NULL, 
	modality VARCHAR NOT NULL, 
	starts DATE, 
	ends DATE, 
	precision VARCHAR, 
	when_as_printed VARCHAR, 
	place_id INTEGER, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT ck_event_interval CHECK (starts <= ends), 
	CONSTRAINT fk_event_place_id_place FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT uq_event_uid UNIQUE (uid)
);
CREATE TABLE judgement (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	link_id INTEGER, 
	relation_id INTEGER, 
	verdict VARCHAR, 
	reason VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	withdraws_id INTEGER, 
	CONSTRAINT pk_judgement PRIMARY KEY (id), 
	CONSTRAINT ck_judgement_one_subject CHECK ((link_id IS NULL) <> (relation_id IS NULL)), 
	CONSTRAINT ck_judgement_verdict_or_withdrawal CHECK ((verdict IS NULL) <> (withdraws_id IS NULL)), 
	CONSTRAINT fk_judgement_link_id_link FOREIGN KEY(link_id) REFERENCES link (id), 
	CONSTRAINT fk_judgement_relation_id_claim_relation FOREIGN KEY(relation_id) REFERENCES claim_relation (id), 
	CONSTRAINT fk_judgement_withdraws_id_judgement FOREIGN KEY(withdraws_id) REFERENCES judgement (id), 
	CONSTRAINT uq_judgement_uid UNIQUE (uid), 
	CONSTRAINT uq_judgement_withdraws_id UNIQUE (withdraws_id)
);
INSERT INTO "judgement" VALUES(1,'jdg-1da128235e1a66495a2b',1,NULL,'yes','the same words','vera','2026-11-26 05:17:40.507147',NULL);
CREATE TABLE key_count (
	hash INTEGER NOT NULL, 
	claims INTEGER NOT NULL, 
	CONSTRAINT pk_key_count PRIMARY KEY (hash)
)
 WITHOUT ROWID

;
INSERT INTO "key_count" VALUES(-2144612639,1);
INSERT INTO "key_count" VALUES(-2016414573,1);
INSERT INTO "key_count" VALUES(-1964682195,2);
INSERT INTO "key_count" VALUES(-1960098268,1);
INSERT INTO "key_count" VALUES(-1928894587,1);
INSERT INTO "key_count" VALUES(-1874568239,2);
INSERT INTO "key_count" VALUES(-1870400014,1);
INSERT INTO "key_count" VALUES(-1835291349,1);
INSERT INTO "key_count" VALUES(-1564865417,1);
INSERT INTO "key_count" VALUES(-1555095782,1);
INSERT INTO "key_count" VALUES(-1524552511,1);
INSERT INTO "key_count" VALUES(-1502896881,2);
INSERT INTO "key_count" VALUES(-1330465216,1);
INSERT INTO "key_count" VALUES(-683474205,1);
INSERT INTO "key_count" VALUES(-662733300,2);
INSERT INTO "key_count" VALUES(-505377564,1);
INSERT INTO "key_count" VALUES(-199357956,2);
INSERT INTO "key_count" VALUES(-124861564,2);
INSERT INTO "key_count" VALUES(-66715740,2);
INSERT INTO "key_count" VALUES(-24174020,1);
INSERT INTO "key_count" VALUES(10527635,2);
INSERT INTO "key_count" VALUES(55795417,1);
INSERT INTO "key_count" VALUES(299503511,1);
INSERT INTO "key_count" VALUES(431402533,1);
INSERT INTO "key_count" VALUES(465094779,1);
INSERT INTO "key_count" VALUES(700100869,1);
INSERT INTO "key_count" VALUES(898581056,1);
INSERT INTO "key_count" VALUES(976699102,2);
INSERT INTO "key_count" VALUES(1290192804,1);
INSERT INTO "key_count" VALUES(1296528771,2);
INSERT INTO "key_count" VALUES(1482042183,2);
INSERT INTO "key_count" VALUES(1776027810,2);
INSERT INTO "key_count" VALUES(2037076017,2);
INSERT INTO "key_count" VALUES(2046118269,2);
INSERT INTO "key_count" VALUES(2057373103,1);
INSERT INTO "key_count" VALUES(2131094495,2);
CREATE TABLE ledger (
	seq INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	user VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	record_kind VARCHAR NOT NULL, 
	record_uid VARCHAR NOT NULL, 
	digest VARCHAR NOT NULL, 
	reason VARCHAR, 
	tool VARCHAR NOT NULL, 
	previous VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_ledger PRIMARY KEY (seq)
);
INSERT INTO "ledger" VALUES(1,'2026-11-26 05:17:31.132420','vera','outlet.added','outlet','out-008d5b0d711d94309d45','197359ec83e7eb0547f2e83615cddc87fe4e979571ee70fec73a03b3ff947fc1',NULL,'tracker 0.1.0','0000000000000000000000000000000000000000000000000000000000000000','001cf974dbad0609f9bfdbbe56d1f3420925cd8ae15e13dd72c125ba0032ccb1');
INSERT INTO "ledger" VALUES(2,'2026-11-26 05:17:31.134792','vera','article.added','article','art-d2f164c579f4214cbab9','43d0f60cd3f42ed5b92d096d0ca4f4f0e8d4424b03cba744b1ab1b42d6cd1ae6',NULL,'tracker 0.1.0','001cf974dbad0609f9bfdbbe56d1f3420925cd8ae15e13dd72c125ba0032ccb1','a1ae810c52b6964ef929793b96787012cd484b56712ff5036be609972fd8c817');
INSERT INTO "ledger" VALUES(3,'2026-11-26 05:17:31.156996','vera','version.captured','version','ver-e178cb6b4dfabb8c6d18','062c1df8b71f25d9b5a34d57d3ddc36f2099e0200bac51359004997ce3df1a59',NULL,'tracker 0.1.0','a1ae810c52b6964ef929793b96787012cd484b56712ff5036be609972fd8c817','30914dde5743a416e02bfcb1e707d61245d6f9a60bd2c142c3ef206bb522694a');
INSERT INTO "ledger" VALUES(4,'2026-11-26 05:17:31.167582','vera','agent.added','agent','agt-10fc834668f7d2a76bf9','74354ae9baa9f36e523c934136c9d177f9ce0065e77ccd54112db230fc7bdf79',NULL,'tracker 0.1.0','30914dde5743a416e02bfcb1e707d61245d6f9a60bd2c142c3ef206bb522694a','a4b3185c7b9c6b34c2333a4ac6bd04aecef7ec44a61853d5852589cb8c216ff7');
INSERT INTO "ledger" VALUES(5,'2026-11-26 05:17:31.169018','vera','agent.named','agent_name','agt-10fc834668f7d2a76bf9','749d19ec68213d5f50b266770c46581022951b6929e494994ce798a8edbaa9f8',NULL,'tracker 0.1.0','a4b3185c7b9c6b34c2333a4ac6bd04aecef7ec44a61853d5852589cb8c216ff7','bdaf14e6ab1c5940c9a7952c522604ea45acf8c25687a49e4203644761af111a');
INSERT INTO "ledger" VALUES(6,'2026-11-26 05:17:31.169461','vera','agent.named','agent_name','agt-10fc834668f7d2a76bf9','75f9d7ec1bb5b64f8049fbd114cec174b413362924890f71faa7a8224c2f96f6',NULL,'tracker 0.1.0','bdaf14e6ab1c5940c9a7952c522604ea45acf8c25687a49e4203644761af111a','00231022cff120b78603a933ab3d9045c78988421b235fa0b0527fb70cca772f');
INSERT INTO "ledger" VALUES(7,'2026-11-26 05:17:31.170972','vera','occupancy.added','occupancy','agt-10fc834668f7d2a76bf9','06ebb56905b7e51c77b4466e8493f56cfbd4ed5748064a53cc468e672e2ff367',NULL,'tracker 0.1.0','00231022cff120b78603a933ab3d9045c78988421b235fa0b0527fb70cca772f','f1c915db610e0fceb2755d632e4e16acc17f64fb5b09c9f90fbb9455ba815f04');
INSERT INTO "ledger" VALUES(8,'2026-11-26 05:17:31.179591','vera','agent.added','agent','agt-eb137d934d09bf1388c2','36eae5a7633552d680b769b173f4e2ec0d6cf9f5878b61b62cad42aef2336c73',NULL,'tracker 0.1.0','f1c915db610e0fceb2755d632e4e16acc17f64fb5b09c9f90fbb9455ba815f04','a7403d74791e61a291a7fdee0585669ea480620e2f16ec9c154352446593d4ee');
INSERT INTO "ledger" VALUES(9,'2026-11-26 05:17:31.180194','vera','agent.named','agent_name','agt-eb137d934d09bf1388c2','49612b7ac42e272dd34d34c5819318961adef57db0c34935d626141b6e6b6ede',NULL,'tracker 0.1.0','a7403d74791e61a291a7fdee0585669ea480620e2f16ec9c154352446593d4ee','feadbd905a5cfb4bff9098d7a96ecf0879006c18b392a14c27e9b6580fd0afc0');
INSERT INTO "ledger" VALUES(10,'2026-11-26 05:17:31.195977','vera','occurrence.added','occurrence','occ-a9a461e4a3480bede0a0','2756decbc196bfbcc049d15a078a45154724eb87dfe494f2098a25665975549e',NULL,'tracker 0.1.0','feadbd905a5cfb4bff9098d7a96ecf0879006c18b392a14c27e9b6580fd0afc0','b0b950d7b4483fc8ccad8c000ea94ed7c3ed45a2fe048053c9ee80e090d836cb');
INSERT INTO "ledger" VALUES(11,'2026-11-26 05:17:31.198393','vera','occurrence.added','occurrence','occ-24cb4410ab435ae1c6c5','1c9761be87dba15bd180e97df9723667846a3781b6f1374809020846cf192dff',NULL,'tracker 0.1.0','b0b950d7b4483fc8ccad8c000ea94ed7c3ed45a2fe048053c9ee80e090d836cb','283422fa07ecce867c4abf06399767c375190825b41fa6887d36e26b09583a3a');
INSERT INTO "ledger" VALUES(12,'2026-11-26 05:17:34.572926','vera','outlet.added','outlet','out-3d71f86733a0421a0ef8','f1ba343616552668efca31870bd18246f91058d9d4aae96595249e0255ab8319',NULL,'tracker 0.1.0','283422fa07ecce867c4abf06399767c375190825b41fa6887d36e26b09583a3a','14355e79c6b8540bba476f4ec6bd2619d3ed0376ed5ec9dc849f6da77bf76116');
INSERT INTO "ledger" VALUES(13,'2026-11-26 05:17:34.580213','vera','article.added','article','art-f9dcf8a157a0ef31d262','78a4767ac18006a9db0d94fcd08cbc6261ec828766202b7b2b79ebd0073b8204',NULL,'tracker 0.1.0','14355e79c6b8540bba476f4ec6bd2619d3ed0376ed5ec9dc849f6da77bf76116','2097fe47b20de1f88ecc23ecd211f5f57edb50f036eaf498f79343db9059621e');
INSERT INTO "ledger" VALUES(14,'2026-11-26 05:17:34.617581','vera','version.captured','version','ver-15a2f487345ffa4a0827','7d415f1366b2ada2d9efa883eda401716a54252c1b16cbad765c0036b78ec0a4',NULL,'tracker 0.1.0','2097fe47b20de1f88ecc23ecd211f5f57edb50f036eaf498f79343db9059621e','811ae75e1359428f4ea7f3b67fa616f2c5ecea0790da79a13a981a56c3d4ffee');
INSERT INTO "ledger" VALUES(15,'2026-11-26 05:17:34.631008','vera','occupancy.added','occupancy','agt-10fc834668f7d2a76bf9','f604ef2d306de34ff841aedbb6642f67ea2e3076622fd974a8595d3f8eb8ebe5',NULL,'tracker 0.1.0','811ae75e1359428f4ea7f3b67fa616f2c5ecea0790da79a13a981a56c3d4ffee','4f759b6d175720c633c9fb02a41dff8aa60eda8e83abc5fdcd49ced4d34ca77f');
INSERT INTO "ledger" VALUES(16,'2026-11-26 05:17:34.637377','vera','agent.added','agent','agt-e7ed348ed3656defb4cf','deba4d91b6817a675d6faa48b2788e9b08fd7bc683c187522919ea0af545218b',NULL,'tracker 0.1.0','4f759b6d175720c633c9fb02a41dff8aa60eda8e83abc5fdcd49ced4d34ca77f','2ca702c30b38617aa45f0f4aa6a7d144c4a470440c0b7413d7f2e1ee9cd447de');
INSERT INTO "ledger" VALUES(17,'2026-11-26 05:17:34.638410','vera','agent.named','agent_name','agt-e7ed348ed3656defb4cf','da05621c657001c3cf64ef9757e5d9d2ef2a866d0a7facc6b3db3591b24242e2',NULL,'tracker 0.1.0','2ca702c30b38617aa45f0f4aa6a7d144c4a470440c0b7413d7f2e1ee9cd447de','5d34a2ec4e7ce70be50f209c990371c21a4df29f4c7945b1c5b2ace2a19e40f7');
INSERT INTO "ledger" VALUES(18,'2026-11-26 05:17:34.638987','vera','agent.added','agent','agt-f5dfe2ad9945c7ad4ca7','52db65fbe1184c8dd7cced47c59ddcedfd95fde4accefc469477fe940cd5a0e8',NULL,'tracker 0.1.0','5d34a2ec4e7ce70be50f209c990371c21a4df29f4c7945b1c5b2ace2a19e40f7','851d6a507a79ece29ee61c02706911665d00f894bd48d6bd668e3fffa2f5d3f4');
INSERT INTO "ledger" VALUES(19,'2026-11-26 05:17:34.652026','vera','agent.named','agent_name','agt-f5dfe2ad9945c7ad4ca7','02596d2e852a5bcdba0dda6d0a3e481e36cdca6af66c66edb2288a9079ebdccb',NULL,'tracker 0.1.0','851d6a507a79ece29ee61c02706911665d00f894bd48d6bd668e3fffa2f5d3f4','1f760d3c5e77437931aec3dc9703d2e79beec763091e738a230f669a2194f0fc');
INSERT INTO "ledger" VALUES(20,'2026-11-26 05:17:34.653148','vera','occupancy.added','occupancy','agt-f5dfe2ad9945c7ad4ca7','06ac66b1b7ab3deb4fabb6e58bae08424899a72011e6d877b4dfdaa3d9493c25',NULL,'tracker 0.1.0','1f760d3c5e77437931aec3dc9703d2e79beec763091e738a230f669a2194f0fc','144b93bab722f02f3d610f1af0cb76117c1924648f7bbfa3b924d3a7444f495f');
INSERT INTO "ledger" VALUES(21,'2026-11-26 05:17:34.693148','vera','occurrence.added','occurrence','occ-12de3baeedfeafb3d61e','06ba83db3edcabe785e2ede14e278c29de819713ce5105ea492f31b27bd71d30',NULL,'tracker 0.1.0','144b93bab722f02f3d610f1af0cb76117c1924648f7bbfa3b924d3a7444f495f','c43e17485edb98a2d7eebfabc4b2055c7f409a68889bf62d3551ed2f47f7e148');
INSERT INTO "ledger" VALUES(22,'2026-11-26 05:17:34.704963','vera','occurrence.added','occurrence','occ-604031b21370624fc2df','34e083d5db11e6f1b0115af342a10fd7abec8e34b8a58790b12c38f0e1514ec8',NULL,'tracker 0.1.0','c43e17485edb98a2d7eebfabc4b2055c7f409a68889bf62d3551ed2f47f7e148','11f333cdca77ed5e6387a6aec72309150db2095531fdcd0dd6d522e52f3bfae2');
INSERT INTO "ledger" VALUES(23,'2026-11-26 05:17:34.712229','vera','occurrence.added','occurrence','occ-65c3701cb33e3c5962f6','df71def9452368075ba9647b9aa2fb9fa6f6dbb398748e8d9b2b0620d9a4d129',NULL,'tracker 0.1.0','11f333cdca77ed5e6387a6aec72309150db2095531fdcd0dd6d522e52f3bfae2','e31312816ad23940280fd68a4d6fb9aa91df1239030f9772da9488b512200eae');
INSERT INTO "ledger" VALUES(24,'2026-11-26 05:17:34.762251','vera','link.proposed','link','lnk-954013cd336567a8ffeb','2da7dbb0c1108c66da173e6753f92e730530a9ab5fe9f46824265b6056353bf0',NULL,'tracker 0.1.0','e31312816ad23940280fd68a4d6fb9aa91df1239030f9772da9488b512200eae','08938dcceea05703c93b1592ecd1131c2bc68489146cae8d9625992e1d1f2706');
INSERT INTO "ledger" VALUES(25,'2026-11-26 05:17:34.784397','vera','claim.placed','placement','clm-12de3baeedfeafb3d61e','3940c94c99fd4decd0feaf349d954f76e6c2a3de6908a8ba8a273bcf1f590ead',NULL,'tracker 0.1.0','08938dcceea05703c93b1592ecd1131c2bc68489146cae8d9625992e1d1f2706','7017553cb2faa4dea741adb0c052f12985f46fecb5030539db855ba3ea5cc756');
INSERT INTO "ledger" VALUES(26,'2026-11-26 05:17:37.817912','vera','article.added','article','art-6318937f4fb30e5bc0c0','96539e0119e799e6d160a6c3f48b3719c152a53b2f0dd49546270412c125ba95',NULL,'tracker 0.1.0','7017553cb2faa4dea741adb0c052f12985f46fecb5030539db855ba3ea5cc756','d5b8f0178687ebfcb5d335df24cb85558f689c512ff6002c396b7baf6a9ddaab');
INSERT INTO "ledger" VALUES(27,'2026-11-26 05:17:37.834517','vera','version.captured','version','ver-6495f8744f62e0544f45','023a6cfa8ca7e7a9d258923a62baae1293fbf73bded3407d3d82835fd65dd245',NULL,'tracker 0.1.0','d5b8f0178687ebfcb5d335df24cb85558f689c512ff6002c396b7baf6a9ddaab','88e3afaeba987cde92f5b8c73996ebce866e693120cd933e6bbbabcdacaeb558');
INSERT INTO "ledger" VALUES(28,'2026-11-26 05:17:37.841507','vera','agent.added','agent','agt-e0852e638368a10756ed','f6c08273054b2c010d338bfe2cceca8d4bc8802b52b82cdf151242a35e91dc6d',NULL,'tracker 0.1.0','88e3afaeba987cde92f5b8c73996ebce866e693120cd933e6bbbabcdacaeb558','7620891132e7ca455128ed7f5f5f5d04956cadc7ba5f4f451cd355d7c8e96e4c');
INSERT INTO "ledger" VALUES(29,'2026-11-26 05:17:37.843187','vera','agent.named','agent_name','agt-e0852e638368a10756ed','650ecd5676157df95bfc17151bcd6b3d95a22e0aff89cf3ba500caaa585851b6',NULL,'tracker 0.1.0','7620891132e7ca455128ed7f5f5f5d04956cadc7ba5f4f451cd355d7c8e96e4c','f5727b826cb992fb48b6815a6a89fa80070c7574a720339ab371fef80b138260');
INSERT INTO "ledger" VALUES(30,'2026-11-26 05:17:37.858948','vera','occurrence.added','occurrence','occ-3392ffc93223360a857d','f106a3223b3d720b71e5a5b64c2dd6e8c495d64402abd2d117afabde1b2741d3',NULL,'tracker 0.1.0','f5727b826cb992fb48b6815a6a89fa80070c7574a720339ab371fef80b138260','471959932884f66fe431e033a6e4e8765351a123e937ac92796ad07321482c7e');
INSERT INTO "ledger" VALUES(31,'2026-11-26 05:17:40.519939','vera','judgement.made','judgement','jdg-1da128235e1a66495a2b','f267c2234707452447a90784801d8b126762cfd1aace53b03df78b10946614ea','the same words','tracker 0.1.0','471959932884f66fe431e033a6e4e8765351a123e937ac92796ad07321482c7e','b0eb7879da51587f028e9bc6a1dfda7c4f453319ec0b4a9777a51b395abbe656');
INSERT INTO "ledger" VALUES(32,'2026-11-26 05:17:43.153368','vera','correction.made','correction','cor-7209afd1052b94381f96','5b2e069c46c92b7c7a7e58087b4113c92e7d44cf62b67f816d8df57483657403','named in full below','tracker 0.1.0','b0eb7879da51587f028e9bc6a1dfda7c4f453319ec0b4a9777a51b395abbe656','aaea516a48e57524aa0f8bb0138a9211ad7e63571f1bda08ab6f3c57efbd4a42');
INSERT INTO "ledger" VALUES(33,'2026-11-26 05:17:43.168584','vera','occurrence.corrected','occurrence','occ-a9a461e4a3480bede0a0','a107969014192e55f36fb072d7bddba9653b703a926d97e64453b5c47eaaa22b','named in full below','tracker 0.1.0','aaea516a48e57524aa0f8bb0138a9211ad7e63571f1bda08ab6f3c57efbd4a42','7100fbb40b3268af5f399ea93ec0173157cae1a799a4aef0e2c4c5b5e6a8a539');
CREATE TABLE ledger_head (
	id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_ledger_head PRIMARY KEY (id)
);
INSERT INTO "ledger_head" VALUES(1,33,'7100fbb40b3268af5f399ea93ec0173157cae1a799a4aef0e2c4c5b5e6a8a539');
CREATE TABLE ledger_value (
	seq INTEGER NOT NULL, 
	salt VARCHAR NOT NULL, 
	value VARCHAR, 
	CONSTRAINT pk_ledger_value PRIMARY KEY (seq), 
	CONSTRAINT fk_ledger_value_seq_ledger FOREIGN KEY(seq) REFERENCES ledger (seq)
);
INSERT INTO "ledger_value" VALUES(1,'e784cdb928aec36bc873283f7b2d531a','{"name":"Sample Wire"}');
INSERT INTO "ledger_value" VALUES(2,'0776fd25f73bffa72749686c7675a14e','{"content_hash":"19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171","outlet":"out-008d5b0d711d94309d45","published_at":"2024-03-05","url":"https://wire.example/ferry"}');
INSERT INTO "ledger_value" VALUES(3,'52f9fef7718db7d7178fd13668bc7096','{"article":"art-d2f164c579f4214cbab9","author":null,"body_sha256":"19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171","captured_at":"2026-11-26T05:17:31.155935+00:00","encoding":"utf-8","encoding_from":"utf-8","extractor":"plain","extractor_version":"1","media_type":"text/plain","number":1,"state":"whole","text_sha256":"19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171","title":null}');
INSERT INTO "ledger_value" VALUES(4,'bba7afa61c9740ca0c24bec021a2c6a7','{"kind":"person","name":"Ines Falk","scope":""}');
INSERT INTO "ledger_value" VALUES(5,'3262c83898065ebee763b1be07ac875f','{"name":"Ines Falk"}');
INSERT INTO "ledger_value" VALUES(6,'9c544422d0fcf613f64de7d31c590bc5','{"name":"Falk"}');
INSERT INTO "ledger_value" VALUES(7,'a65312067ebabe873b2e6fd2cf398bd9','{"of":"","title":"harbour master","version":"ver-e178cb6b4dfabb8c6d18"}');
INSERT INTO "ledger_value" VALUES(8,'bbbfa4d28fcabc9d4ddc75b04c599aca','{"kind":"organization","name":"Sample Wire","scope":""}');
INSERT INTO "ledger_value" VALUES(9,'f743dc4b54ed5b4484c6b7ecec7cf8cf','{"name":"Sample Wire"}');
INSERT INTO "ledger_value" VALUES(10,'cbcfbb7fedfb093cb44c31ceb7713b59','{"chain":[{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":29,"cue_start":25,"end":24,"made_by":"machine","position":0,"role":"speaker","start":0},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Harbour master Ines Falk said the ferry would not sail again before Friday.","denied":false,"event":null,"external_id":null,"id":"clm-a9a461e4a3480bede0a0","kind":"claim","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Falk","Ines Falk"],"text":"the ferry would not sail again before Friday","type":"indirect","unnamed_source":null},"confidence":0.8633,"extractor_version":"0.1.0","facts":[],"ordinal":30,"origin":"extracted","parent":null,"rejected":false,"rule":"before clause","selectors":[{"active":true,"end":74,"exact":"the ferry would not sail again before Friday","made_by":"machine","part":"content","position":0,"prefix":"Harbour master Ines Falk said ","start":30,"suffix":".\n\n“The hull is sound, but nobod"},{"active":true,"end":29,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"Harbour master Ines Falk ","start":25,"suffix":" the ferry would not sail again "},{"active":true,"end":24,"exact":"Harbour master Ines Falk","made_by":"machine","part":"source","position":0,"prefix":"","start":0,"suffix":" said the ferry would not sail a"}],"speaker_reason":"full name","version":"ver-e178cb6b4dfabb8c6d18"}');
INSERT INTO "ledger_value" VALUES(11,'044894b5e02d4a6a4bf5cef3041b3cc5','{"chain":[{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":157,"cue_start":153,"end":152,"made_by":"machine","position":0,"role":"speaker","start":148},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"“The hull is sound, but nobody boards until we have tested the doors,” Falk said.","denied":false,"event":null,"external_id":null,"id":"clm-24cb4410ab435ae1c6c5","kind":"quote","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Falk","Ines Falk"],"text":"“The hull is sound, but nobody boards until we have tested the doors,”","type":"direct","unnamed_source":null},"confidence":0.9117999999999999,"extractor_version":"0.1.0","facts":[],"ordinal":77,"origin":"extracted","parent":null,"rejected":false,"rule":"after","selectors":[{"active":true,"end":147,"exact":"“The hull is sound, but nobody boards until we have tested the doors,”","made_by":"machine","part":"content","position":0,"prefix":" not sail again before Friday.\n\n","start":77,"suffix":" Falk said.\n\nAt least 14 passeng"},{"active":true,"end":157,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"we have tested the doors,” Falk ","start":153,"suffix":".\n\nAt least 14 passengers were i"},{"active":true,"end":152,"exact":"Falk","made_by":"machine","part":"source","position":0,"prefix":"ntil we have tested the doors,” ","start":148,"suffix":" said.\n\nAt least 14 passengers w"}],"speaker_reason":"short name","version":"ver-e178cb6b4dfabb8c6d18"}');
INSERT INTO "ledger_value" VALUES(12,'efa7631dadc4d1573eef432fcbfd0d43','{"name":"Sample Evening"}');
INSERT INTO "ledger_value" VALUES(13,'5754a690f0a5eca0fd459d83e43eb0c4','{"content_hash":"d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b","outlet":"out-3d71f86733a0421a0ef8","published_at":"2024-03-06","url":"https://evening.example/ferry"}');
INSERT INTO "ledger_value" VALUES(14,'1fe623eb54f0f6f79baebd5be48257cc','{"article":"art-f9dcf8a157a0ef31d262","author":null,"body_sha256":"d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b","captured_at":"2026-11-26T05:17:34.615740+00:00","encoding":"utf-8","encoding_from":"utf-8","extractor":"plain","extractor_version":"1","media_type":"text/plain","number":1,"state":"whole","text_sha256":"d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b","title":null}');
INSERT INTO "ledger_value" VALUES(15,'21ecf16685ea7710222756bcbd634815','{"of":"","title":"harbour master","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(16,'0b3b79ef4c7497ab411a466f395ea618','{"kind":"organization","name":"Sample Evening","scope":""}');
INSERT INTO "ledger_value" VALUES(17,'83f3d5f06b0f068330f3373e67dc51f4','{"name":"Sample Evening"}');
INSERT INTO "ledger_value" VALUES(18,'1c5ed3a55194fb2ec01c5af80caf132f','{"kind":"person","name":"Tobias Rehn","scope":""}');
INSERT INTO "ledger_value" VALUES(19,'8d14f50094eff0c7a8b671f216e9d5be','{"name":"Tobias Rehn"}');
INSERT INTO "ledger_value" VALUES(20,'749a692f5081f0d6434fb15261cadd7b','{"of":"","title":"Mayor","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(21,'d6249fc50a3de74c40f42749f323a3bd','{"chain":[{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":106,"cue_start":102,"end":100,"made_by":"machine","position":0,"role":"speaker","start":71},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":null,"cue_start":null,"end":122,"made_by":"machine","position":1,"role":"relay","start":111},{"active":true,"agent":"agt-e7ed348ed3656defb4cf","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":2,"role":"outlet","start":null}],"claim":{"act":"speech","context":"“The hull is sound, but nobody boards until we have tested the doors,” Ines Falk, the harbour master, told the Sample Wire.","denied":false,"event":null,"external_id":null,"id":"clm-12de3baeedfeafb3d61e","kind":"quote","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Ines Falk"],"text":"“The hull is sound, but nobody boards until we have tested the doors,”","type":"direct","unnamed_source":null},"confidence":0.9117999999999999,"extractor_version":"0.1.0","facts":[],"ordinal":0,"origin":"extracted","parent":null,"rejected":false,"rule":"after","selectors":[{"active":true,"end":70,"exact":"“The hull is sound, but nobody boards until we have tested the doors,”","made_by":"machine","part":"content","position":0,"prefix":"","start":0,"suffix":" Ines Falk, the harbour master, "},{"active":true,"end":106,"exact":"told","made_by":"machine","part":"cue","position":0,"prefix":" Ines Falk, the harbour master, ","start":102,"suffix":" the Sample Wire.\n\nMayor Tobias "},{"active":true,"end":100,"exact":"Ines Falk, the harbour master","made_by":"machine","part":"source","position":0,"prefix":"ntil we have tested the doors,” ","start":71,"suffix":", told the Sample Wire.\n\nMayor T"}],"speaker_reason":"full name","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(22,'0f9400026a5163dc363de5b9284e75b4','{"chain":[{"active":true,"agent":"agt-f5dfe2ad9945c7ad4ca7","cue_end":149,"cue_start":143,"end":142,"made_by":"machine","position":0,"role":"speaker","start":125},{"active":true,"agent":"agt-e7ed348ed3656defb4cf","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.","denied":true,"event":null,"external_id":null,"id":"clm-604031b21370624fc2df","kind":"claim","said_on":null,"speaker":"agt-f5dfe2ad9945c7ad4ca7","speaker_names":["Tobias Rehn"],"text":"the town had been warned","type":"indirect","unnamed_source":null},"confidence":0.9021,"extractor_version":"0.1.0","facts":[],"ordinal":155,"origin":"extracted","parent":null,"rejected":false,"rule":"before that","selectors":[{"active":true,"end":179,"exact":"the town had been warned","made_by":"machine","part":"content","position":0,"prefix":"\n\nMayor Tobias Rehn denied that ","start":155,"suffix":". He said nine people were still"},{"active":true,"end":149,"exact":"denied","made_by":"machine","part":"cue","position":0,"prefix":"Sample Wire.\n\nMayor Tobias Rehn ","start":143,"suffix":" that the town had been warned. "},{"active":true,"end":142,"exact":"Mayor Tobias Rehn","made_by":"machine","part":"source","position":0,"prefix":" master, told the Sample Wire.\n\n","start":125,"suffix":" denied that the town had been w"}],"speaker_reason":"full name","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(23,'38794839e405b9c690770c2aab38c81e','{"chain":[{"active":true,"agent":"agt-f5dfe2ad9945c7ad4ca7","cue_end":188,"cue_start":184,"end":183,"made_by":"machine","position":0,"role":"speaker","start":181},{"active":true,"agent":"agt-e7ed348ed3656defb4cf","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.","denied":false,"event":null,"external_id":null,"id":"clm-65c3701cb33e3c5962f6","kind":"claim","said_on":null,"speaker":"agt-f5dfe2ad9945c7ad4ca7","speaker_names":["Tobias Rehn"],"text":"nine people were still in hospital","type":"indirect","unnamed_source":null},"confidence":0.8454999999999999,"extractor_version":"0.1.0","facts":[],"ordinal":189,"origin":"extracted","parent":null,"rejected":false,"rule":"before clause","selectors":[{"active":true,"end":223,"exact":"nine people were still in hospital","made_by":"machine","part":"content","position":0,"prefix":"e town had been warned. He said ","start":189,"suffix":".\n"},{"active":true,"end":188,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"at the town had been warned. He ","start":184,"suffix":" nine people were still in hospi"},{"active":true,"end":183,"exact":"He","made_by":"machine","part":"source","position":0,"prefix":" that the town had been warned. ","start":181,"suffix":" said nine people were still in "}],"speaker_reason":"pronoun: last speaker","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(24,'408cf873350e3ee48191e62b8c39d054','{"active":true,"claim":"clm-24cb4410ab435ae1c6c5","decision":"link","differences":[],"features":{"alignment":1,"containment":1,"date":0.875,"event":0.5,"figures":0.5,"kept":1,"letters":1,"names":0.5,"occasion":1,"order":1,"place":0.5,"rare":0.5,"run":0.75,"speaker":1,"wording":1},"matcher":"wording","matcher_version":"1","occurrence":"occ-12de3baeedfeafb3d61e","relation":"verbatim","score":0.9986}');
INSERT INTO "ledger_value" VALUES(25,'7b70375b3f9057225f7ba3f0c79f7066','{"part_of":"clm-24cb4410ab435ae1c6c5"}');
INSERT INTO "ledger_value" VALUES(26,'f1031a40929aa67ab19448d092140338','{"content_hash":"9ba23e2039b84a80c0e8c5abb5d5c35ec969c728fad39795a33705dec85918ee","outlet":null,"published_at":null,"url":null}');
INSERT INTO "ledger_value" VALUES(27,'3aefe57a72c868c0ff1dbd6620a3eed0','{"article":"art-6318937f4fb30e5bc0c0","author":null,"body_sha256":"8f40f2b81df1b100fd8152cf251de4f4dd0a59568d1ee465e095fb6433a79e73","captured_at":"2026-11-26T05:17:37.833245+00:00","encoding":"utf-8","encoding_from":"utf-8","extractor":"record","extractor_version":"0.1.0","media_type":"application/json","number":1,"state":"whole","text_sha256":"9ba23e2039b84a80c0e8c5abb5d5c35ec969c728fad39795a33705dec85918ee","title":null}');
INSERT INTO "ledger_value" VALUES(28,'46eda78ece06bd48f47016063cd1bef3','{"kind":"person","name":"Lena Moor","scope":""}');
INSERT INTO "ledger_value" VALUES(29,'ca190dfcb9db1d6f8e81b4b4aeb76b38','{"name":"Lena Moor"}');
INSERT INTO "ledger_value" VALUES(30,'69702f64f318cf4b4f4b53187b9d0d6d','{"chain":[{"active":true,"agent":"agt-e0852e638368a10756ed","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":0,"role":"speaker","start":null}],"claim":{"act":"speech","context":"We will pay for every night in a hotel.","denied":false,"event":null,"external_id":null,"id":"clm-3392ffc93223360a857d","kind":"claim","said_on":{"as_printed":"2024-03-06","end":"2024-03-06","precision":"day","start":"2024-03-06"},"speaker":"agt-e0852e638368a10756ed","speaker_names":["Lena Moor"],"text":"We will pay for every night in a hotel.","type":"indirect","unnamed_source":null},"confidence":1,"extractor_version":"0.1.0","facts":[],"ordinal":0,"origin":"recorded","parent":null,"rejected":false,"rule":"by hand","selectors":[{"active":true,"end":39,"exact":"We will pay for every night in a hotel.","made_by":"machine","part":"content","position":0,"prefix":"","start":0,"suffix":""}],"speaker_reason":"as recorded","version":"ver-6495f8744f62e0544f45"}');
INSERT INTO "ledger_value" VALUES(31,'7c5139b0b87f70635adddcdb6e01a3b6','{"at":"2026-11-26T05:17:40.507147+00:00","reason":"the same words","subject":"lnk-954013cd336567a8ffeb","user":"vera","verdict":"yes","withdraws":null}');
INSERT INTO "ledger_value" VALUES(32,'d7501bc35807004f3a0044baae63a01a','{"after":"Ines Falk","at":"2026-11-26T05:17:43.150903+00:00","before":"Ines Falk","field":"speaker","occurrence":"occ-a9a461e4a3480bede0a0","reason":"named in full below","user":"vera"}');
INSERT INTO "ledger_value" VALUES(33,'ac1615600236a7bbbd0262ac4152bf9d','{"chain":[{"active":false,"agent":"agt-10fc834668f7d2a76bf9","cue_end":29,"cue_start":25,"end":24,"made_by":"machine","position":0,"role":"speaker","start":0},{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":null,"cue_start":null,"end":null,"made_by":"person","position":0,"role":"speaker","start":null},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Harbour master Ines Falk said the ferry would not sail again before Friday.","denied":false,"event":null,"external_id":null,"id":"clm-a9a461e4a3480bede0a0","kind":"claim","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Falk","Ines Falk"],"text":"the ferry would not sail again before Friday","type":"indirect","unnamed_source":null},"confidence":0.8633,"extractor_version":"0.1.0","facts":[],"ordinal":30,"origin":"extracted","parent":null,"rejected":false,"rule":"before clause","selectors":[{"active":true,"end":74,"exact":"the ferry would not sail again before Friday","made_by":"machine","part":"content","position":0,"prefix":"Harbour master Ines Falk said ","start":30,"suffix":".\n\n“The hull is sound, but nobod"},{"active":true,"end":29,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"Harbour master Ines Falk ","start":25,"suffix":" the ferry would not sail again "},{"active":true,"end":24,"exact":"Harbour master Ines Falk","made_by":"machine","part":"source","position":0,"prefix":"","start":0,"suffix":" said the ferry would not sail a"}],"speaker_reason":"full name","version":"ver-e178cb6b4dfabb8c6d18"}');
CREATE TABLE link (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	occurrence_id INTEGER NOT NULL, 
	claim_id INTEGER NOT NULL, 
	relation VARCHAR NOT NULL, 
	decision VARCHAR NOT NULL, 
	score FLOAT NOT NULL, 
	features TEXT NOT NULL, 
	differences TEXT NOT NULL, 
	matcher VARCHAR NOT NULL, 
	matcher_version VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_link PRIMARY KEY (id), 
	CONSTRAINT ck_link_score CHECK (score BETWEEN 0 AND 1), 
	CONSTRAINT fk_link_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_link_occurrence_id_occurrence FOREIGN KEY(occurrence_id) REFERENCES occurrence (id), 
	CONSTRAINT uq_link_occurrence_id_claim_id UNIQUE (occurrence_id, claim_id), 
	CONSTRAINT uq_link_uid UNIQUE (uid)
);
INSERT INTO "link" VALUES(1,'lnk-954013cd336567a8ffeb',3,2,'verbatim','link',0.9986,'{"alignment":1.0,"containment":1.0,"date":0.875,"event":0.5,"figures":0.5,"kept":1.0,"letters":1.0,"names":0.5,"occasion":1.0,"order":1.0,"place":0.5,"rare":0.5,"run":0.75,"speaker":1.0,"wording":1.0}','[]','wording','1',1);
CREATE TABLE occupancy (
	id INTEGER NOT NULL, 
	agent_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	"of" VARCHAR NOT NULL, 
	version_id INTEGER NOT NULL, 
	CONSTRAINT pk_occupancy PRIMARY KEY (id), 
	CONSTRAINT fk_occupancy_agent_id_agent FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_occupancy_version_id_article_version FOREIGN KEY(version_id) REFERENCES article_version (id), 
	CONSTRAINT uq_occupancy_agent_id_title_of_version_id UNIQUE (agent_id, title, "of", version_id)
);
INSERT INTO "occupancy" VALUES(1,1,'harbour master','',1);
INSERT INTO "occupancy" VALUES(2,1,'harbour master','',2);
INSERT INTO "occupancy" VALUES(3,4,'Mayor','',2);
CREATE TABLE occurrence (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	claim_id INTEGER NOT NULL, 
	version_id INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	parent_id INTEGER, 
	origin VARCHAR NOT NULL, 
	rule VARCHAR NOT NULL, 
	confidence FLOAT NOT NULL, 
	speaker_reason VARCHAR NOT NULL, 
	extractor_version VARCHAR NOT NULL, 
	rejected BOOLEAN NOT NULL, 
	CONSTRAINT pk_occurrence PRIMARY KEY (id), 
	CONSTRAINT ck_occurrence_confidence CHECK (confidence BETWEEN 0 AND 1), 
	CONSTRAINT fk_occurrence_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_occurrence_parent_id_occurrence FOREIGN KEY(parent_id) REFERENCES occurrence (id), 
	CONSTRAINT fk_occurrence_version_id_article_version FOREIGN KEY(version_id) REFERENCES article_version (id), 
	CONSTRAINT uq_occurrence_claim_id UNIQUE (claim_id), 
	CONSTRAINT uq_occurrence_uid UNIQUE (uid)
);
INSERT INTO "occurrence" VALUES(1,'occ-a9a461e4a3480bede0a0',1,1,30,NULL,'extracted','before clause',0.8633,'full name','0.1.0',0);
INSERT INTO "occurrence" VALUES(2,'occ-24cb4410ab435ae1c6c5',2,1,77,NULL,'extracted','after',9.11799999999999943867e-01,'short name','0.1.0',0);
INSERT INTO "occurrence" VALUES(3,'occ-12de3baeedfeafb3d61e',3,2,0,NULL,'extracted','after',9.11799999999999943867e-01,'full name','0.1.0',0);
INSERT INTO "occurrence" VALUES(4,'occ-604031b21370624fc2df',4,2,155,NULL,'extracted','before that',0.9021,'full name','0.1.0',0);
INSERT INTO "occurrence" VALUES(5,'occ-65c3701cb33e3c5962f6',5,2,189,NULL,'extracted','before clause',8.45499999999999918287e-01,'pronoun: last speaker','0.1.0',0);
INSERT INTO "occurrence" VALUES(6,'occ-3392ffc93223360a857d',6,3,0,NULL,'recorded','by hand',1.0,'as recorded','0.1.0',0);
CREATE TABLE outlet (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_outlet PRIMARY KEY (id), 
	CONSTRAINT uq_outlet_key UNIQUE ("key"), 
	CONSTRAINT uq_outlet_uid UNIQUE (uid)
);
INSERT INTO "outlet" VALUES(1,'out-008d5b0d711d94309d45','Sample Wire','sample wire');
INSERT INTO "outlet" VALUES(2,'out-3d71f86733a0421a0ef8','Sample Evening','sample evening');
CREATE TABLE participation (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	agent_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (id), 
	CONSTRAINT fk_participation_agent_id_agent FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_participation_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT uq_participation_event_id_agent_id_role UNIQUE (event_id, agent_id, role)
);
CREATE TABLE place (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_place PRIMARY KEY (id), 
	CONSTRAINT uq_place_key UNIQUE ("key"), 
	CONSTRAINT uq_place_uid UNIQUE (uid)
);
CREATE TABLE reported_fact (
	id INTEGER NOT NULL, 
	occurrence_id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	property VARCHAR NOT NULL, 
	value_min FLOAT, 
	value_max FLOAT, 
	unit VARCHAR, 
	qualifier VARCHAR NOT NULL, 
	as_of DATE, 
	as_printed VARCHAR NOT NULL, 
	CONSTRAINT pk_reported_fact PRIMARY KEY (id), 
	CONSTRAINT fk_reported_fact_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_reported_fact_occurrence_id_occurrence FOREIGN KEY(occurrence_id) REFERENCES occurrence (id)
);
CREATE TABLE selector (
	id INTEGER NOT NULL, 
	occurrence_id INTEGER NOT NULL, 
	part VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	exact VARCHAR NOT NULL, 
	prefix VARCHAR NOT NULL, 
	suffix VARCHAR NOT NULL, 
	made_by VARCHAR NOT NULL, 
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_selector PRIMARY KEY (id), 
	CONSTRAINT ck_selector_offsets CHECK (0 <= start AND start <= "end"), 
	CONSTRAINT fk_selector_occurrence_id_occurrence FOREIGN KEY(occurrence_id) REFERENCES occurrence (id)
);
INSERT INTO "selector" VALUES(1,1,'content',0,30,74,'the ferry would not sail again before Friday','Harbour master Ines Falk said ','.

“The hull is sound, but nobod','machine',1);
INSERT INTO "selector" VALUES(2,1,'source',0,0,24,'Harbour master Ines Falk','',' said the ferry would not sail a','machine',1);
INSERT INTO "selector" VALUES(3,1,'cue',0,25,29,'said','Harbour master Ines Falk ',' the ferry would not sail again ','machine',1);
INSERT INTO "selector" VALUES(4,2,'content',0,77,147,'“The hull is sound, but nobody boards until we have tested the doors,”',' not sail again before Friday.

',' Falk said.

At least 14 passeng','machine',1);
INSERT INTO "selector" VALUES(5,2,'source',0,148,152,'Falk','ntil we have tested the doors,” ',' said.

At least 14 passengers w','machine',1);
INSERT INTO "selector" VALUES(6,2,'cue',0,153,157,'said','we have tested the doors,” Falk ','.

At least 14 passengers were i','machine',1);
INSERT INTO "selector" VALUES(7,3,'content',0,0,70,'“The hull is sound, but nobody boards until we have tested the doors,”','',' Ines Falk, the harbour master, ','machine',1);
INSERT INTO "selector" VALUES(8,3,'source',0,71,100,'Ines Falk, the harbour master','ntil we have tested the doors,” ',', told the Sample Wire.

Mayor T','machine',1);
INSERT INTO "selector" VALUES(9,3,'cue',0,102,106,'told',' Ines Falk, the harbour master, ',' the Sample Wire.

Mayor Tobias ','machine',1);
INSERT INTO "selector" VALUES(10,4,'content',0,155,179,'the town had been warned','

Mayor Tobias Rehn denied that ','. He said nine people were still','machine',1);
INSERT INTO "selector" VALUES(11,4,'source',0,125,142,'Mayor Tobias Rehn',' master, told the Sample Wire.

',' denied that the town had been w','machine',1);
INSERT INTO "selector" VALUES(12,4,'cue',0,143,149,'denied','Sample Wire.

Mayor Tobias Rehn ',' that the town had been warned. ','machine',1);
INSERT INTO "selector" VALUES(13,5,'content',0,189,223,'nine people were still in hospital','e town had been warned. He said ','.
','machine',1);
INSERT INTO "selector" VALUES(14,5,'source',0,181,183,'He',' that the town had been warned. ',' said nine people were still in ','machine',1);
INSERT INTO "selector" VALUES(15,5,'cue',0,184,188,'said','at the town had been warned. He ',' nine people were still in hospi','machine',1);
INSERT INTO "selector" VALUES(16,6,'content',0,0,39,'We will pay for every night in a hotel.','','','machine',1);
CREATE INDEX ix_agent_key ON agent ("key");
CREATE INDEX ix_agent_name ON agent (name);
CREATE INDEX ix_ledger_at ON ledger (at);
CREATE INDEX ix_ledger_record_uid ON ledger (record_uid);
CREATE INDEX ix_agent_name_key ON agent_name ("key");
CREATE INDEX ix_article_outlet_id ON article (outlet_id);
CREATE INDEX ix_article_published_start ON article (published_start);
CREATE INDEX ix_article_url ON article (url);
CREATE INDEX ix_event_place_id ON event (place_id);
CREATE INDEX ix_event_starts ON event (starts);
CREATE INDEX ix_event_type ON event (type);
CREATE INDEX ix_claim_event_id ON claim (event_id);
CREATE INDEX ix_claim_external_id ON claim (external_id);
CREATE INDEX ix_claim_part_of_id ON claim (part_of_id);
CREATE INDEX ix_claim_speaker_id ON claim (speaker_id);
CREATE INDEX ix_participation_agent_id ON participation (agent_id);
CREATE INDEX ix_claim_relation_to_claim_id ON claim_relation (to_claim_id);
CREATE INDEX ix_occupancy_version_id ON occupancy (version_id);
CREATE INDEX ix_occurrence_parent_id ON occurrence (parent_id);
CREATE INDEX ix_occurrence_version_id ON occurrence (version_id);
CREATE INDEX ix_attribution_agent_id ON attribution (agent_id);
CREATE INDEX ix_attribution_occurrence_id ON attribution (occurrence_id);
CREATE INDEX ix_correction_occurrence_id ON correction (occurrence_id);
CREATE INDEX ix_link_claim_id ON link (claim_id);
CREATE INDEX ix_reported_fact_event_id ON reported_fact (event_id);
CREATE INDEX ix_reported_fact_occurrence_id ON reported_fact (occurrence_id);
CREATE INDEX ix_selector_occurrence_id_part ON selector (occurrence_id, part);
CREATE INDEX ix_judgement_link_id ON judgement (link_id);
CREATE INDEX ix_judgement_relation_id ON judgement (relation_id);
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger  BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger  BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement  BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement  BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction  BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction  BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END;
CREATE TRIGGER article_version_no_update BEFORE UPDATE ON article_version  BEGIN SELECT RAISE(ABORT, 'article_version is append-only'); END;
CREATE TRIGGER article_version_no_delete BEFORE DELETE ON article_version  BEGIN SELECT RAISE(ABORT, 'article_version is append-only'); END;
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob  BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END;
CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob  BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END;
CREATE TRIGGER ledger_value_no_update BEFORE UPDATE ON ledger_value WHEN NEW.value IS NOT NULL OR NEW.salt <> '' OR NEW.seq <> OLD.seq BEGIN SELECT RAISE(ABORT, 'ledger_value is append-only'); END;
CREATE TRIGGER ledger_value_no_delete BEFORE DELETE ON ledger_value  BEGIN SELECT RAISE(ABORT, 'ledger_value is append-only'); END;
COMMIT;
