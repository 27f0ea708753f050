BEGIN TRANSACTION;
CREATE TABLE "agent" (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	scope VARCHAR NOT NULL, 
	same_as_id INTEGER, 
	CONSTRAINT pk_agent PRIMARY KEY (id), 
	CONSTRAINT uq_agent_uid UNIQUE (uid), 
	CONSTRAINT ck_agent_not_itself CHECK (same_as_id <> id), 
	CONSTRAINT fk_agent_same_as_id_agent FOREIGN KEY(same_as_id) REFERENCES agent (id)
);
INSERT INTO "agent" VALUES(1,'agt-10fc834668f7d2a76bf9','person','Ines Falk','ines falk','',NULL);
INSERT INTO "agent" VALUES(2,'agt-eb137d934d09bf1388c2','organization','Sample Wire','sample wire','',NULL);
INSERT INTO "agent" VALUES(3,'agt-e7ed348ed3656defb4cf','organization','Sample Evening','sample evening','',NULL);
INSERT INTO "agent" VALUES(4,'agt-f5dfe2ad9945c7ad4ca7','person','Tobias Rehn','tobias rehn','',NULL);
INSERT INTO "agent" VALUES(5,'agt-e0852e638368a10756ed','person','Lena Moor','lena moor','',NULL);
CREATE TABLE agent_identity (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	agent_id INTEGER NOT NULL, 
	other_id INTEGER NOT NULL, 
	same BOOLEAN, 
	reason VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	withdraws_id INTEGER, 
	CONSTRAINT pk_agent_identity PRIMARY KEY (id), 
	CONSTRAINT ck_agent_identity_two_agents CHECK (agent_id <> other_id), 
	CONSTRAINT ck_agent_identity_word_or_withdrawal CHECK ((same IS NULL) <> (withdraws_id IS NULL)), 
	CONSTRAINT fk_agent_identity_agent_id_agent FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_agent_identity_other_id_agent FOREIGN KEY(other_id) REFERENCES agent (id), 
	CONSTRAINT fk_agent_identity_withdraws_id_agent_identity FOREIGN KEY(withdraws_id) REFERENCES agent_identity (id), 
	CONSTRAINT uq_agent_identity_uid UNIQUE (uid), 
	CONSTRAINT uq_agent_identity_withdraws_id UNIQUE (withdraws_id)
);
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
INSERT INTO "alembic_version" VALUES('0002');
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
','19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171',NULL,NULL,'text/plain','utf-8','utf-8','plain','1','whole','2026-11-26 05:17:53.301825');
INSERT INTO "article_version" VALUES(2,'ver-15a2f487345ffa4a0827',2,1,'d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b','“The hull is sound, but nobody boards until we have tested the doors,” Ines Falk, the harbour master, told the Sample Wire.

Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.
','d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b',NULL,NULL,'text/plain','utf-8','utf-8','plain','1','whole','2026-11-26 05:17:58.057425');
INSERT INTO "article_version" VALUES(3,'ver-6495f8744f62e0544f45',3,1,'8f40f2b81df1b100fd8152cf251de4f4dd0a59568d1ee465e095fb6433a79e73','We will pay for every night in a hotel.','9ba23e2039b84a80c0e8c5abb5d5c35ec969c728fad39795a33705dec85918ee',NULL,NULL,'application/json','utf-8','utf-8','record','0.1.0','whole','2026-11-26 05:18:02.794790');
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
	active BOOLEAN NOT NULL, source_type VARCHAR, ground VARCHAR, 
	CONSTRAINT pk_attribution PRIMARY KEY (id), 
	CONSTRAINT fk_attribution_agent_id_agent FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_attribution_occurrence_id_occurrence FOREIGN KEY(occurrence_id) REFERENCES occurrence (id)
);
INSERT INTO "attribution" VALUES(1,1,0,1,'speaker',0,24,25,29,'machine',0,NULL,NULL);
INSERT INTO "attribution" VALUES(2,1,1,2,'outlet',NULL,NULL,NULL,NULL,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(3,2,0,1,'speaker',148,152,153,157,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(4,2,1,2,'outlet',NULL,NULL,NULL,NULL,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(5,3,0,1,'speaker',71,100,102,106,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(6,3,1,2,'relay',111,122,102,106,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(7,3,2,3,'outlet',NULL,NULL,NULL,NULL,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(8,4,0,4,'speaker',125,142,143,149,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(9,4,1,3,'outlet',NULL,NULL,NULL,NULL,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(10,5,0,4,'speaker',181,183,184,188,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(11,5,1,3,'outlet',NULL,NULL,NULL,NULL,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(12,6,0,5,'speaker',NULL,NULL,NULL,NULL,'machine',1,NULL,NULL);
INSERT INTO "attribution" VALUES(13,1,0,1,'speaker',NULL,NULL,NULL,NULL,'person',1,NULL,NULL);
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
INSERT INTO "correction" VALUES(1,'cor-6288ca4fbae5d301b472',1,'speaker','Ines Falk','Ines Falk','named in full below','vera','2026-11-26 05:18:10.183006');
CREATE TABLE event (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	type VARCHAR NOT NULL, 
	modality VARCHAR NOT NULL, 
	starts DATE, 
	ends DATE, 
	precision VARCHAR, 
	when_as_printed VARCHAR, 
	place_id INTEGER, place_precision VARCHAR, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT ck_event_interval CHECK (starts <= ends), 
	CONSTRAINT fk_event_place_id_place FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT uq_event_uid UNIQUE (uid)
);
CREATE TABLE "judgement" (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	link_id INTEGER, 
	relation_id INTEGER, 
	verdict VARCHAR, 
	reason VARCHAR NOT NULL, 
	user VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	withdraws_id INTEGER, 
	occurrence_id INTEGER, 
	CONSTRAINT pk_judgement PRIMARY KEY (id), 
	CONSTRAINT fk_judgement_withdraws_id_judgement FOREIGN KEY(withdraws_id) REFERENCES judgement (id), 
	CONSTRAINT fk_judgement_relation_id_claim_relation FOREIGN KEY(relation_id) REFERENCES claim_relation (id), 
	CONSTRAINT ck_judgement_verdict_or_withdrawal CHECK ((verdict IS NULL) <> (withdraws_id IS NULL)), 
	CONSTRAINT uq_judgement_withdraws_id UNIQUE (withdraws_id), 
	CONSTRAINT uq_judgement_uid UNIQUE (uid), 
	CONSTRAINT fk_judgement_link_id_link FOREIGN KEY(link_id) REFERENCES link (id), 
	CONSTRAINT ck_judgement_one_subject CHECK ((CASE WHEN link_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN relation_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN occurrence_id IS NULL THEN 0 ELSE 1 END) = 1), 
	CONSTRAINT fk_judgement_occurrence_id_occurrence FOREIGN KEY(occurrence_id) REFERENCES occurrence (id)
);
INSERT INTO "judgement" VALUES(1,'jdg-e956600fba136bb81d6f',1,NULL,'yes','the same words','vera','2026-11-26 05:18:06.641216',NULL,NULL);
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
INSERT INTO "ledger" VALUES(1,'2026-11-26 05:17:53.293878','vera','outlet.added','outlet','out-008d5b0d711d94309d45','66c023d8abce152aeb19e9814eb81db5fb7a453b0f0ecae72ee8e7a81e2e1760',NULL,'tracker 0.1.0','0000000000000000000000000000000000000000000000000000000000000000','efd71893b4d03df6d08b979483d69f40649e69f77206c37a38611f82189ced08');
INSERT INTO "ledger" VALUES(2,'2026-11-26 05:17:53.301075','vera','article.added','article','art-d2f164c579f4214cbab9','326e412f1fcc65934fbaf8c038f29b5b78270aae0c04cc9d12da30911b7a9219',NULL,'tracker 0.1.0','efd71893b4d03df6d08b979483d69f40649e69f77206c37a38611f82189ced08','145b0beef0d3b2ec12de38d136c028ea87743ae18ab6180d83267b8321e1b2ba');
INSERT INTO "ledger" VALUES(3,'2026-11-26 05:17:53.301981','vera','version.captured','version','ver-e178cb6b4dfabb8c6d18','a2656c70145b341ef853da43355d42bf8832a6a7052ab24366bf17fc0ce5d392',NULL,'tracker 0.1.0','145b0beef0d3b2ec12de38d136c028ea87743ae18ab6180d83267b8321e1b2ba','1a64c99db9728c4a831a937fcbb1c56f1a0c4f9dee923dc4e7940b5b5c7f85f6');
INSERT INTO "ledger" VALUES(4,'2026-11-26 05:17:53.315315','vera','agent.added','agent','agt-10fc834668f7d2a76bf9','c22f509775ca47e2c1b79c87e5bf86986860174a8d4920dba501743f1e88d29a',NULL,'tracker 0.1.0','1a64c99db9728c4a831a937fcbb1c56f1a0c4f9dee923dc4e7940b5b5c7f85f6','af47972455abfd81a7d95861cfd97fdf981271ccc2f4a2992164a1ebfa9eb645');
INSERT INTO "ledger" VALUES(5,'2026-11-26 05:17:53.317075','vera','agent.named','agent_name','agt-10fc834668f7d2a76bf9','318691e314edf28abc377276bd9756d044f866cd5724b8d59797da5619bc74ac',NULL,'tracker 0.1.0','af47972455abfd81a7d95861cfd97fdf981271ccc2f4a2992164a1ebfa9eb645','3bb0690f3a3f0ba85d9ca3aa02ddf7ccdca7104495a98a2cdd7ea59f2ef52ac3');
INSERT INTO "ledger" VALUES(6,'2026-11-26 05:17:53.317610','vera','agent.named','agent_name','agt-10fc834668f7d2a76bf9','a9cc123745bb57a6120ace8f492ad193c960bdd537f49307f4fbeb598efc266b',NULL,'tracker 0.1.0','3bb0690f3a3f0ba85d9ca3aa02ddf7ccdca7104495a98a2cdd7ea59f2ef52ac3','23a8ef3a272fb6e9c37dfe60d7f8b15bea24a0fd9ec592c38b9cdb59304b4007');
INSERT INTO "ledger" VALUES(7,'2026-11-26 05:17:53.323745','vera','occupancy.added','occupancy','agt-10fc834668f7d2a76bf9','82ce661a4dd5a7019a7cb4ced0eeffe9d687c6e8782f1be11db888e907eeb40f',NULL,'tracker 0.1.0','23a8ef3a272fb6e9c37dfe60d7f8b15bea24a0fd9ec592c38b9cdb59304b4007','bb16688a8abb17ac46fe32dd1e00d67ccce7a8f48330f4a19e31d6dbb3aebd93');
INSERT INTO "ledger" VALUES(8,'2026-11-26 05:17:53.324344','vera','agent.added','agent','agt-eb137d934d09bf1388c2','bf982d182162290415177a3eab6e054c4bfbe48ff8110d15fee6b10ea83b4cd2',NULL,'tracker 0.1.0','bb16688a8abb17ac46fe32dd1e00d67ccce7a8f48330f4a19e31d6dbb3aebd93','fedc249bad83f2310e337c72ef056d33a00cad71bf7859ec60742e0baac0848b');
INSERT INTO "ledger" VALUES(9,'2026-11-26 05:17:53.324768','vera','agent.named','agent_name','agt-eb137d934d09bf1388c2','7adbb78429c5ceca3c07f706b321b069f9e09a101cef6bda5fb343959029e87b',NULL,'tracker 0.1.0','fedc249bad83f2310e337c72ef056d33a00cad71bf7859ec60742e0baac0848b','f4a1453d6601e333b812208a557f555133a2d07dd8a977b1e41bd8b50b3dc491');
INSERT INTO "ledger" VALUES(10,'2026-11-26 05:17:53.331861','vera','occurrence.added','occurrence','occ-a9a461e4a3480bede0a0','99ff9e26d36eaa7af37e6cada6d560a64d55e7594ea6fba4477b818ae3df3b03',NULL,'tracker 0.1.0','f4a1453d6601e333b812208a557f555133a2d07dd8a977b1e41bd8b50b3dc491','31b08da4498a25269ad34bd1b4ce2ebb74d9d8c829d9112e5a4bbb4265528650');
INSERT INTO "ledger" VALUES(11,'2026-11-26 05:17:53.332296','vera','occurrence.added','occurrence','occ-24cb4410ab435ae1c6c5','9ed600dac23e2335e7a37b834e032cdf12dfae0b33952d7a547baeb869c58756',NULL,'tracker 0.1.0','31b08da4498a25269ad34bd1b4ce2ebb74d9d8c829d9112e5a4bbb4265528650','07a27ed363851eb4d3e9f1e2609b3db6aec0b185b4fb8badbae956d460fc8576');
INSERT INTO "ledger" VALUES(12,'2026-11-26 05:17:58.050647','vera','outlet.added','outlet','out-3d71f86733a0421a0ef8','9135b8222974b8d2e55c74371592d18796d23f387a33d4a172373facb09475c1',NULL,'tracker 0.1.0','07a27ed363851eb4d3e9f1e2609b3db6aec0b185b4fb8badbae956d460fc8576','cd3f621c74b27ada666460f3cbe97cdcb998829e6b5e6ee42230fa018e5e7727');
INSERT INTO "ledger" VALUES(13,'2026-11-26 05:17:58.056800','vera','article.added','article','art-f9dcf8a157a0ef31d262','62911655bbc1e09121a9cbe0ba0c8ae4017f7a8c17bc4b18a67a083858860697',NULL,'tracker 0.1.0','cd3f621c74b27ada666460f3cbe97cdcb998829e6b5e6ee42230fa018e5e7727','32421a5b80d550747e17df83944a56b19ddeeac815f30e17ca91055e5f26cd02');
INSERT INTO "ledger" VALUES(14,'2026-11-26 05:17:58.057581','vera','version.captured','version','ver-15a2f487345ffa4a0827','54221b1fbacb8a9d82062be471313a635e937522fdd98a96bcdf0360e6f8e58b',NULL,'tracker 0.1.0','32421a5b80d550747e17df83944a56b19ddeeac815f30e17ca91055e5f26cd02','1f8eb6afe17b29bf8a10409e08d0b8383d52539a0b776de5072c7a18c95969f8');
INSERT INTO "ledger" VALUES(15,'2026-11-26 05:17:58.086386','vera','occupancy.added','occupancy','agt-10fc834668f7d2a76bf9','c6b676ea838cd9592e32a3076edb5858dd1c4946184c236de05cef7b7ceff546',NULL,'tracker 0.1.0','1f8eb6afe17b29bf8a10409e08d0b8383d52539a0b776de5072c7a18c95969f8','59671f0cc4c97a40482be966fb33b1c089cdf029287dae3960f7d0a154ddc07d');
INSERT INTO "ledger" VALUES(16,'2026-11-26 05:17:58.091225','vera','agent.added','agent','agt-e7ed348ed3656defb4cf','2a78a2a5397c8360bf5514427b91b52d9e1d04f2eae04672db2e04b681eef49c',NULL,'tracker 0.1.0','59671f0cc4c97a40482be966fb33b1c089cdf029287dae3960f7d0a154ddc07d','820aaca829522c1d5b50f3bdde3dc9e32870495543412a8918cf4f6636fd6ce3');
INSERT INTO "ledger" VALUES(17,'2026-11-26 05:17:58.092239','vera','agent.named','agent_name','agt-e7ed348ed3656defb4cf','c15837d9470a45288a48ee463ec605cf4285a3a4304fd4300eca6b6e12f90876',NULL,'tracker 0.1.0','820aaca829522c1d5b50f3bdde3dc9e32870495543412a8918cf4f6636fd6ce3','9b15703a4df069f3656ff13f62c6a6b32ce9c9ce80b587100136ee3e4bd3394a');
INSERT INTO "ledger" VALUES(18,'2026-11-26 05:17:58.092731','vera','agent.added','agent','agt-f5dfe2ad9945c7ad4ca7','61b170b066d071e5d7f0fa47cc265caee793800a014b01f88cd3373268c8374f',NULL,'tracker 0.1.0','9b15703a4df069f3656ff13f62c6a6b32ce9c9ce80b587100136ee3e4bd3394a','9cfd875134de6f524e5d782d781205f5817dce2ab8c8517807cdd1658aa19fd4');
INSERT INTO "ledger" VALUES(19,'2026-11-26 05:17:58.093171','vera','agent.named','agent_name','agt-f5dfe2ad9945c7ad4ca7','b0495048d3b986a6a179aa1237ebe1d09a13bc2e49b361d93edfebc08dbcded2',NULL,'tracker 0.1.0','9cfd875134de6f524e5d782d781205f5817dce2ab8c8517807cdd1658aa19fd4','c1666d33a7be31f640e739d0cd6ca4c208fef15615d2bd62525418b0601ee930');
INSERT INTO "ledger" VALUES(20,'2026-11-26 05:17:58.093595','vera','occupancy.added','occupancy','agt-f5dfe2ad9945c7ad4ca7','329570197389ae8d89b5c5e7b39a48cbe6dca7291bc6d3bf3650622af8b31ca2',NULL,'tracker 0.1.0','c1666d33a7be31f640e739d0cd6ca4c208fef15615d2bd62525418b0601ee930','3f286138b24e8660ad571b7d5d4f3a1bab8acf316cb11c4ba48029d612326949');
INSERT INTO "ledger" VALUES(21,'2026-11-26 05:17:58.109971','vera','occurrence.added','occurrence','occ-12de3baeedfeafb3d61e','f7f7cc2c92855b4225a1e91bd3a37c514b1a05262b89023ea2cfa5a14ba44b58',NULL,'tracker 0.1.0','3f286138b24e8660ad571b7d5d4f3a1bab8acf316cb11c4ba48029d612326949','7cfd5bab137a4c3ff18f27e7c5f0e315b17e3c69c27255f2a21e4cffbc9b5c23');
INSERT INTO "ledger" VALUES(22,'2026-11-26 05:17:58.110408','vera','occurrence.added','occurrence','occ-604031b21370624fc2df','f1494ba9ff7b2640bb0ec4dcd8e8d0c342e6a68634d6408bc0a3aaff5917be24',NULL,'tracker 0.1.0','7cfd5bab137a4c3ff18f27e7c5f0e315b17e3c69c27255f2a21e4cffbc9b5c23','9e784268ad199df9ea5a39cf13aee217ba8a3f1967a5337ab39872d7ef81acc0');
INSERT INTO "ledger" VALUES(23,'2026-11-26 05:17:58.110768','vera','occurrence.added','occurrence','occ-65c3701cb33e3c5962f6','ea177b8e59fe606baf11e57005893120a62b26122afa391fd7a2a04539a9b7c0',NULL,'tracker 0.1.0','9e784268ad199df9ea5a39cf13aee217ba8a3f1967a5337ab39872d7ef81acc0','6178a787b4ba365d8076b4d72055dfc74272fac624f3f9c63c484f62e781f071');
INSERT INTO "ledger" VALUES(24,'2026-11-26 05:17:58.166318','vera','link.proposed','link','lnk-954013cd336567a8ffeb','5dc36aff2d301f81646c2d62242b61f4d64f176e8e9447240597ed8ee02e0e2e',NULL,'tracker 0.1.0','6178a787b4ba365d8076b4d72055dfc74272fac624f3f9c63c484f62e781f071','102c4213546a1edc1f54316490714147baea03e27694e72abd572bfba18b4438');
INSERT INTO "ledger" VALUES(25,'2026-11-26 05:17:58.176237','vera','claim.placed','placement','clm-12de3baeedfeafb3d61e','8cd99ba78000456ab5780768b0c9ffc12dc9c31224662e499301ae1bbf315b67',NULL,'tracker 0.1.0','102c4213546a1edc1f54316490714147baea03e27694e72abd572bfba18b4438','06e5be235ed4f962158b011729a295532fae3fe22098c42954816100ed98384e');
INSERT INTO "ledger" VALUES(26,'2026-11-26 05:18:02.794138','vera','article.added','article','art-6318937f4fb30e5bc0c0','9e2cd9d2ecb64db61a66a3c031a7c6c16bb258203520416675123bc8c3513d10',NULL,'tracker 0.1.0','06e5be235ed4f962158b011729a295532fae3fe22098c42954816100ed98384e','0ca07d518de770bbac07833fa88dcb621f3c88f19a372f9f1b071938b6d3f51e');
INSERT INTO "ledger" VALUES(27,'2026-11-26 05:18:02.794946','vera','version.captured','version','ver-6495f8744f62e0544f45','18bbb0d1d58a8120acbefb580b2799730470ec3d3cc4c15c2cfe06d422e14a71',NULL,'tracker 0.1.0','0ca07d518de770bbac07833fa88dcb621f3c88f19a372f9f1b071938b6d3f51e','5eb2e9114804427d89fc19ac0ff11756084c6d8cdc650ab9c42e35b0bd6a526a');
INSERT INTO "ledger" VALUES(28,'2026-11-26 05:18:02.814044','vera','agent.added','agent','agt-e0852e638368a10756ed','7809174f25734b93a3e2897bbbb32bfdf4b2df4b8136eb7483b632cf9565cb1c',NULL,'tracker 0.1.0','5eb2e9114804427d89fc19ac0ff11756084c6d8cdc650ab9c42e35b0bd6a526a','2d26597c413cb1e006c938d47715c458c73225c1beaec4dd6ea7c7526231e654');
INSERT INTO "ledger" VALUES(29,'2026-11-26 05:18:02.819330','vera','agent.named','agent_name','agt-e0852e638368a10756ed','73047a8b390188312b0e9594250cbfaa6a4ab78e33eb0631c41ecf8239b11d7c',NULL,'tracker 0.1.0','2d26597c413cb1e006c938d47715c458c73225c1beaec4dd6ea7c7526231e654','a8b81185ee540a4fcea13d841785aea26db40043d94739f0eb37d9d269c481b1');
INSERT INTO "ledger" VALUES(30,'2026-11-26 05:18:02.821886','vera','occurrence.added','occurrence','occ-3392ffc93223360a857d','f1e9906427f5bfa90fcc62fe67fdade226df47080d898c3cd38ca92435fa2432',NULL,'tracker 0.1.0','a8b81185ee540a4fcea13d841785aea26db40043d94739f0eb37d9d269c481b1','e657f6fa5e63c5dbfb53b84590bda4d53554fec3b5cad21ad012c0ed0d46fad3');
INSERT INTO "ledger" VALUES(31,'2026-11-26 05:18:06.643046','vera','judgement.made','judgement','jdg-e956600fba136bb81d6f','0d83eb8c398dbfebfaede597b331cac43031d03dd429563e69902c3243028186','the same words','tracker 0.1.0','e657f6fa5e63c5dbfb53b84590bda4d53554fec3b5cad21ad012c0ed0d46fad3','da9635ec822e262ec66550a52df6d7765d7defd40c8e6f9509442ad589758884');
INSERT INTO "ledger" VALUES(32,'2026-11-26 05:18:10.185078','vera','correction.made','correction','cor-6288ca4fbae5d301b472','e504b964ef7d2f2dd4db977f37f9439141b2260c0de2e23d3d4eb5c13d215c93','named in full below','tracker 0.1.0','da9635ec822e262ec66550a52df6d7765d7defd40c8e6f9509442ad589758884','e8c24b2c7707bda23bd84b3efd683f295fa637911be80630d7f053854dde826b');
INSERT INTO "ledger" VALUES(33,'2026-11-26 05:18:10.206309','vera','occurrence.corrected','occurrence','occ-a9a461e4a3480bede0a0','afc5ea72a4bbd82f99acdd57d16f3371b621cdd27212714e219722b420691002','named in full below','tracker 0.1.0','e8c24b2c7707bda23bd84b3efd683f295fa637911be80630d7f053854dde826b','27a1d0840fce5b8d865382274ddb07a70ad2e1c8b908b8e3e364e747cc719491');
CREATE TABLE ledger_head (
	id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_ledger_head PRIMARY KEY (id)
);
INSERT INTO "ledger_head" VALUES(1,33,'27a1d0840fce5b8d865382274ddb07a70ad2e1c8b908b8e3e364e747cc719491');
CREATE TABLE ledger_value (
	seq INTEGER NOT NULL, 
	salt VARCHAR NOT NULL, 
	value VARCHAR, 
	CONSTRAINT pk_ledger_value PRIMARY KEY (seq), 
	CONSTRAINT fk_ledger_value_seq_ledger FOREIGN KEY(seq) REFERENCES ledger (seq)
);
INSERT INTO "ledger_value" VALUES(1,'d2279ab0815a67aec0db2e4305a4db04','{"name":"Sample Wire"}');
INSERT INTO "ledger_value" VALUES(2,'69002ef69c7e2634a340db305dd6cf25','{"content_hash":"19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171","outlet":"out-008d5b0d711d94309d45","published_at":"2024-03-05","url":"https://wire.example/ferry"}');
INSERT INTO "ledger_value" VALUES(3,'9037d6cbdc1239e475bc8fced96b2a8d','{"article":"art-d2f164c579f4214cbab9","author":null,"body_sha256":"19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171","captured_at":"2026-11-26T05:17:53.301825+00:00","encoding":"utf-8","encoding_from":"utf-8","extractor":"plain","extractor_version":"1","media_type":"text/plain","number":1,"state":"whole","text_sha256":"19e047a7b7f00c13f38594c05bf06b4c007ef39d2e3001bf016ad0dce3072171","title":null}');
INSERT INTO "ledger_value" VALUES(4,'aea6979c3175dea550daf7fcfcb435a7','{"kind":"person","name":"Ines Falk","scope":""}');
INSERT INTO "ledger_value" VALUES(5,'686bd6ac218030fad892bed11b4e0d32','{"name":"Ines Falk"}');
INSERT INTO "ledger_value" VALUES(6,'e835eb1e601b534df3e7c828eb324d9f','{"name":"Falk"}');
INSERT INTO "ledger_value" VALUES(7,'a9367c3274e85cc5312a6aecb8383bc8','{"of":"","title":"harbour master","version":"ver-e178cb6b4dfabb8c6d18"}');
INSERT INTO "ledger_value" VALUES(8,'c835a7c68d67b400d29b5ebeb5455ba7','{"kind":"organization","name":"Sample Wire","scope":""}');
INSERT INTO "ledger_value" VALUES(9,'77aa893b1f77363cb2469ff85f9798ab','{"name":"Sample Wire"}');
INSERT INTO "ledger_value" VALUES(10,'6aa228a092d021d4965669355fdd454f','{"chain":[{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":29,"cue_start":25,"end":24,"made_by":"machine","position":0,"role":"speaker","start":0},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Harbour master Ines Falk said the ferry would not sail again before Friday.","denied":false,"event":null,"external_id":null,"id":"clm-a9a461e4a3480bede0a0","kind":"claim","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Falk","Ines Falk"],"text":"the ferry would not sail again before Friday","type":"indirect","unnamed_source":null},"confidence":0.946621458772985,"extractor_version":"0.1.0, news-5633336f","facts":[],"ordinal":30,"origin":"extracted","parent":null,"rejected":false,"rule":"before clause","selectors":[{"active":true,"end":74,"exact":"the ferry would not sail again before Friday","made_by":"machine","part":"content","position":0,"prefix":"Harbour master Ines Falk said ","start":30,"suffix":".\n\n“The hull is sound, but nobod"},{"active":true,"end":29,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"Harbour master Ines Falk ","start":25,"suffix":" the ferry would not sail again "},{"active":true,"end":24,"exact":"Harbour master Ines Falk","made_by":"machine","part":"source","position":0,"prefix":"","start":0,"suffix":" said the ferry would not sail a"}],"speaker_confidence":0.9764407997009866,"speaker_reason":"full name","version":"ver-e178cb6b4dfabb8c6d18"}');
INSERT INTO "ledger_value" VALUES(11,'430919a0628f0a5a4992dc8ef9299be9','{"chain":[{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":157,"cue_start":153,"end":152,"made_by":"machine","position":0,"role":"speaker","start":148},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"“The hull is sound, but nobody boards until we have tested the doors,” Falk said.","denied":false,"event":null,"external_id":null,"id":"clm-24cb4410ab435ae1c6c5","kind":"quote","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Falk","Ines Falk"],"text":"“The hull is sound, but nobody boards until we have tested the doors,”","type":"direct","unnamed_source":null},"confidence":0.9929960608454982,"extractor_version":"0.1.0, news-5633336f","facts":[],"ordinal":77,"origin":"extracted","parent":null,"rejected":false,"rule":"after","selectors":[{"active":true,"end":147,"exact":"“The hull is sound, but nobody boards until we have tested the doors,”","made_by":"machine","part":"content","position":0,"prefix":" not sail again before Friday.\n\n","start":77,"suffix":" Falk said.\n\nAt least 14 passeng"},{"active":true,"end":157,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"we have tested the doors,” Falk ","start":153,"suffix":".\n\nAt least 14 passengers were i"},{"active":true,"end":152,"exact":"Falk","made_by":"machine","part":"source","position":0,"prefix":"ntil we have tested the doors,” ","start":148,"suffix":" said.\n\nAt least 14 passengers w"}],"speaker_confidence":0.9718881249362832,"speaker_reason":"short name","version":"ver-e178cb6b4dfabb8c6d18"}');
INSERT INTO "ledger_value" VALUES(12,'4e676ebb25130b58b31fd145ecef860b','{"name":"Sample Evening"}');
INSERT INTO "ledger_value" VALUES(13,'258dc3940f42859717979f113538fa69','{"content_hash":"d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b","outlet":"out-3d71f86733a0421a0ef8","published_at":"2024-03-06","url":"https://evening.example/ferry"}');
INSERT INTO "ledger_value" VALUES(14,'271e48eedd15630726eae62d4947fea9','{"article":"art-f9dcf8a157a0ef31d262","author":null,"body_sha256":"d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b","captured_at":"2026-11-26T05:17:58.057425+00:00","encoding":"utf-8","encoding_from":"utf-8","extractor":"plain","extractor_version":"1","media_type":"text/plain","number":1,"state":"whole","text_sha256":"d81f86f561db8e15793f73e36ac4eb6e3e654044af4ecee809ae533d3c92841b","title":null}');
INSERT INTO "ledger_value" VALUES(15,'33c2ec0580ccf0fdf8b3a45067cc0c3b','{"of":"","title":"harbour master","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(16,'3e4bdda42b5e86f701f17915aa6de407','{"kind":"organization","name":"Sample Evening","scope":""}');
INSERT INTO "ledger_value" VALUES(17,'5887faf06c2d04690692254f7df7f7cc','{"name":"Sample Evening"}');
INSERT INTO "ledger_value" VALUES(18,'58e7f089bb1096bfbce1236fb217c812','{"kind":"person","name":"Tobias Rehn","scope":""}');
INSERT INTO "ledger_value" VALUES(19,'a535056392769951419ea2eacf27bf59','{"name":"Tobias Rehn"}');
INSERT INTO "ledger_value" VALUES(20,'3a8791bd4aaa18fe12df64c98c2a25f1','{"of":"","title":"Mayor","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(21,'2ad35008c87994d3c540c32aebf306c6','{"chain":[{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":106,"cue_start":102,"end":100,"made_by":"machine","position":0,"role":"speaker","start":71},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":106,"cue_start":102,"end":122,"made_by":"machine","position":1,"role":"relay","start":111},{"active":true,"agent":"agt-e7ed348ed3656defb4cf","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":2,"role":"outlet","start":null}],"claim":{"act":"speech","context":"“The hull is sound, but nobody boards until we have tested the doors,” Ines Falk, the harbour master, told the Sample Wire.","denied":false,"event":null,"external_id":null,"id":"clm-12de3baeedfeafb3d61e","kind":"quote","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Ines Falk"],"text":"“The hull is sound, but nobody boards until we have tested the doors,”","type":"direct","unnamed_source":null},"confidence":0.9916852811964327,"extractor_version":"0.1.0, news-5633336f","facts":[],"ordinal":0,"origin":"extracted","parent":null,"rejected":false,"rule":"after","selectors":[{"active":true,"end":70,"exact":"“The hull is sound, but nobody boards until we have tested the doors,”","made_by":"machine","part":"content","position":0,"prefix":"","start":0,"suffix":" Ines Falk, the harbour master, "},{"active":true,"end":106,"exact":"told","made_by":"machine","part":"cue","position":0,"prefix":" Ines Falk, the harbour master, ","start":102,"suffix":" the Sample Wire.\n\nMayor Tobias "},{"active":true,"end":100,"exact":"Ines Falk, the harbour master","made_by":"machine","part":"source","position":0,"prefix":"ntil we have tested the doors,” ","start":71,"suffix":", told the Sample Wire.\n\nMayor T"}],"speaker_confidence":0.9573289872199594,"speaker_reason":"full name","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(22,'5f46818387469ab878b4d8a6295a6108','{"chain":[{"active":true,"agent":"agt-f5dfe2ad9945c7ad4ca7","cue_end":149,"cue_start":143,"end":142,"made_by":"machine","position":0,"role":"speaker","start":125},{"active":true,"agent":"agt-e7ed348ed3656defb4cf","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.","denied":true,"event":null,"external_id":null,"id":"clm-604031b21370624fc2df","kind":"claim","said_on":null,"speaker":"agt-f5dfe2ad9945c7ad4ca7","speaker_names":["Tobias Rehn"],"text":"the town had been warned","type":"indirect","unnamed_source":null},"confidence":0.9561385258440548,"extractor_version":"0.1.0, news-5633336f","facts":[],"ordinal":155,"origin":"extracted","parent":null,"rejected":false,"rule":"before that","selectors":[{"active":true,"end":179,"exact":"the town had been warned","made_by":"machine","part":"content","position":0,"prefix":"\n\nMayor Tobias Rehn denied that ","start":155,"suffix":". He said nine people were still"},{"active":true,"end":149,"exact":"denied","made_by":"machine","part":"cue","position":0,"prefix":"Sample Wire.\n\nMayor Tobias Rehn ","start":143,"suffix":" that the town had been warned. "},{"active":true,"end":142,"exact":"Mayor Tobias Rehn","made_by":"machine","part":"source","position":0,"prefix":" master, told the Sample Wire.\n\n","start":125,"suffix":" denied that the town had been w"}],"speaker_confidence":0.9715221728142263,"speaker_reason":"full name","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(23,'d793dc09fe7d342df084decb4da81124','{"chain":[{"active":true,"agent":"agt-f5dfe2ad9945c7ad4ca7","cue_end":188,"cue_start":184,"end":183,"made_by":"machine","position":0,"role":"speaker","start":181},{"active":true,"agent":"agt-e7ed348ed3656defb4cf","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Mayor Tobias Rehn denied that the town had been warned. He said nine people were still in hospital.","denied":false,"event":null,"external_id":null,"id":"clm-65c3701cb33e3c5962f6","kind":"claim","said_on":null,"speaker":"agt-f5dfe2ad9945c7ad4ca7","speaker_names":["Tobias Rehn"],"text":"nine people were still in hospital","type":"indirect","unnamed_source":null},"confidence":0.973506943506652,"extractor_version":"0.1.0, news-5633336f","facts":[],"ordinal":189,"origin":"extracted","parent":null,"rejected":false,"rule":"before clause","selectors":[{"active":true,"end":223,"exact":"nine people were still in hospital","made_by":"machine","part":"content","position":0,"prefix":"e town had been warned. He said ","start":189,"suffix":".\n"},{"active":true,"end":188,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"at the town had been warned. He ","start":184,"suffix":" nine people were still in hospi"},{"active":true,"end":183,"exact":"He","made_by":"machine","part":"source","position":0,"prefix":" that the town had been warned. ","start":181,"suffix":" said nine people were still in "}],"speaker_confidence":0.9840728713876497,"speaker_reason":"pronoun: last speaker","version":"ver-15a2f487345ffa4a0827"}');
INSERT INTO "ledger_value" VALUES(24,'9af314aad99cfa73f7ca43c40759c153','{"active":true,"claim":"clm-24cb4410ab435ae1c6c5","decision":"link","differences":[],"features":{"alignment":1,"containment":1,"date":0.875,"event":0.5,"figures":0.5,"kept":1,"letters":1,"names":0.5,"occasion":1,"order":1,"place":0.5,"rare":0.5,"run":0.75,"speaker":1,"wording":1},"matcher":"wording","matcher_version":"1","occurrence":"occ-12de3baeedfeafb3d61e","relation":"verbatim","score":0.9986}');
INSERT INTO "ledger_value" VALUES(25,'2025c37adfba89d2efd599ef2ed8507e','{"part_of":"clm-24cb4410ab435ae1c6c5"}');
INSERT INTO "ledger_value" VALUES(26,'ff3702721840fa59afe8e4d775e8e814','{"content_hash":"9ba23e2039b84a80c0e8c5abb5d5c35ec969c728fad39795a33705dec85918ee","outlet":null,"published_at":null,"url":null}');
INSERT INTO "ledger_value" VALUES(27,'04b8a70bb3e2ded511b8e884d85fafd1','{"article":"art-6318937f4fb30e5bc0c0","author":null,"body_sha256":"8f40f2b81df1b100fd8152cf251de4f4dd0a59568d1ee465e095fb6433a79e73","captured_at":"2026-11-26T05:18:02.794790+00:00","encoding":"utf-8","encoding_from":"utf-8","extractor":"record","extractor_version":"0.1.0","media_type":"application/json","number":1,"state":"whole","text_sha256":"9ba23e2039b84a80c0e8c5abb5d5c35ec969c728fad39795a33705dec85918ee","title":null}');
INSERT INTO "ledger_value" VALUES(28,'72fce12539190faa4caeaf8018419d00','{"kind":"person","name":"Lena Moor","scope":""}');
INSERT INTO "ledger_value" VALUES(29,'1126b665c4c5818486c2a9652840daa1','{"name":"Lena Moor"}');
INSERT INTO "ledger_value" VALUES(30,'a90b2d0bce879e55426f9cd89252abbb','{"chain":[{"active":true,"agent":"agt-e0852e638368a10756ed","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":0,"role":"speaker","start":null}],"claim":{"act":"speech","context":"We will pay for every night in a hotel.","denied":false,"event":null,"external_id":null,"id":"clm-3392ffc93223360a857d","kind":"claim","said_on":{"as_printed":"2024-03-06","end":"2024-03-06","precision":"day","start":"2024-03-06"},"speaker":"agt-e0852e638368a10756ed","speaker_names":["Lena Moor"],"text":"We will pay for every night in a hotel.","type":"indirect","unnamed_source":null},"confidence":1,"extractor_version":"0.1.0","facts":[],"ordinal":0,"origin":"recorded","parent":null,"rejected":false,"rule":"by hand","selectors":[{"active":true,"end":39,"exact":"We will pay for every night in a hotel.","made_by":"machine","part":"content","position":0,"prefix":"","start":0,"suffix":""}],"speaker_reason":"as recorded","version":"ver-6495f8744f62e0544f45"}');
INSERT INTO "ledger_value" VALUES(31,'3c0fc946dfc59346311525647bc30498','{"at":"2026-11-26T05:18:06.641216+00:00","reason":"the same words","subject":"lnk-954013cd336567a8ffeb","user":"vera","verdict":"yes","withdraws":null}');
INSERT INTO "ledger_value" VALUES(32,'2370870eac6341eb39ed9c7825531e70','{"after":"Ines Falk","at":"2026-11-26T05:18:10.183006+00:00","before":"Ines Falk","field":"speaker","occurrence":"occ-a9a461e4a3480bede0a0","reason":"named in full below","user":"vera"}');
INSERT INTO "ledger_value" VALUES(33,'c1e945f085c350f7b66bedc841db3234','{"chain":[{"active":false,"agent":"agt-10fc834668f7d2a76bf9","cue_end":29,"cue_start":25,"end":24,"made_by":"machine","position":0,"role":"speaker","start":0},{"active":true,"agent":"agt-10fc834668f7d2a76bf9","cue_end":null,"cue_start":null,"end":null,"made_by":"person","position":0,"role":"speaker","start":null},{"active":true,"agent":"agt-eb137d934d09bf1388c2","cue_end":null,"cue_start":null,"end":null,"made_by":"machine","position":1,"role":"outlet","start":null}],"claim":{"act":"speech","context":"Harbour master Ines Falk said the ferry would not sail again before Friday.","denied":false,"event":null,"external_id":null,"id":"clm-a9a461e4a3480bede0a0","kind":"claim","said_on":null,"speaker":"agt-10fc834668f7d2a76bf9","speaker_names":["Falk","Ines Falk"],"text":"the ferry would not sail again before Friday","type":"indirect","unnamed_source":null},"confidence":0.946621458772985,"extractor_version":"0.1.0, news-5633336f","facts":[],"ordinal":30,"origin":"extracted","parent":null,"rejected":false,"rule":"before clause","selectors":[{"active":true,"end":74,"exact":"the ferry would not sail again before Friday","made_by":"machine","part":"content","position":0,"prefix":"Harbour master Ines Falk said ","start":30,"suffix":".\n\n“The hull is sound, but nobod"},{"active":true,"end":29,"exact":"said","made_by":"machine","part":"cue","position":0,"prefix":"Harbour master Ines Falk ","start":25,"suffix":" the ferry would not sail again "},{"active":true,"end":24,"exact":"Harbour master Ines Falk","made_by":"machine","part":"source","position":0,"prefix":"","start":0,"suffix":" said the ferry would not sail a"}],"speaker_confidence":0.9764407997009866,"speaker_reason":"full name","version":"ver-e178cb6b4dfabb8c6d18"}');
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
CREATE TABLE "occurrence" (
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
	speaker_confidence FLOAT, 
	proposed_id INTEGER, 
	CONSTRAINT pk_occurrence PRIMARY KEY (id), 
	CONSTRAINT ck_occurrence_confidence CHECK (confidence BETWEEN 0 AND 1), 
	CONSTRAINT uq_occurrence_claim_id UNIQUE (claim_id), 
	CONSTRAINT uq_occurrence_uid UNIQUE (uid), 
	CONSTRAINT fk_occurrence_claim_id_claim FOREIGN KEY(claim_id) REFERENCES claim (id), 
	CONSTRAINT fk_occurrence_parent_id_occurrence FOREIGN KEY(parent_id) REFERENCES occurrence (id), 
	CONSTRAINT fk_occurrence_version_id_article_version FOREIGN KEY(version_id) REFERENCES article_version (id), 
	CONSTRAINT ck_occurrence_speaker_confidence CHECK (speaker_confidence BETWEEN 0 AND 1), 
	CONSTRAINT fk_occurrence_proposed_id_agent FOREIGN KEY(proposed_id) REFERENCES agent (id)
);
INSERT INTO "occurrence" VALUES(1,'occ-a9a461e4a3480bede0a0',1,1,30,NULL,'extracted','before clause',0.946621458772985,'full name','0.1.0, news-5633336f',0,9.76440799700986628018e-01,NULL);
INSERT INTO "occurrence" VALUES(2,'occ-24cb4410ab435ae1c6c5',2,1,77,NULL,'extracted','after',9.92996060845498185187e-01,'short name','0.1.0, news-5633336f',0,9.71888124936283182009e-01,NULL);
INSERT INTO "occurrence" VALUES(3,'occ-12de3baeedfeafb3d61e',3,2,0,NULL,'extracted','after',9.91685281196432732997e-01,'full name','0.1.0, news-5633336f',0,9.57328987219959404164e-01,NULL);
INSERT INTO "occurrence" VALUES(4,'occ-604031b21370624fc2df',4,2,155,NULL,'extracted','before that',9.56138525844054787405e-01,'full name','0.1.0, news-5633336f',0,9.71522172814226259163e-01,NULL);
INSERT INTO "occurrence" VALUES(5,'occ-65c3701cb33e3c5962f6',5,2,189,NULL,'extracted','before clause',0.973506943506652,'pronoun: last speaker','0.1.0, news-5633336f',0,9.84072871387649650287e-01,NULL);
INSERT INTO "occurrence" VALUES(6,'occ-3392ffc93223360a857d',6,3,0,NULL,'recorded','by hand',1.0,'as recorded','0.1.0',0,NULL,NULL);
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
CREATE TABLE "participation" (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	agent_id INTEGER NOT NULL, 
	role VARCHAR NOT NULL, 
	presence VARCHAR DEFAULT '' NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (id), 
	CONSTRAINT fk_participation_agent_id_agent FOREIGN KEY(agent_id) REFERENCES agent (id), 
	CONSTRAINT fk_participation_event_id_event FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT uq_participation_event_id_agent_id_role_presence UNIQUE (event_id, agent_id, role, presence)
);
CREATE TABLE "place" (
	id INTEGER NOT NULL, 
	uid VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	kind VARCHAR, 
	within VARCHAR, 
	origin VARCHAR DEFAULT 'article' NOT NULL, 
	CONSTRAINT pk_place PRIMARY KEY (id), 
	CONSTRAINT uq_place_uid UNIQUE (uid), 
	CONSTRAINT uq_place_key UNIQUE ("key"), 
	CONSTRAINT ck_place_origin CHECK (origin IN ('shipped', 'person', 'article'))
);
CREATE TABLE place_name (
	id INTEGER NOT NULL, 
	place_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	"key" VARCHAR NOT NULL, 
	CONSTRAINT pk_place_name PRIMARY KEY (id), 
	CONSTRAINT fk_place_name_place_id_place FOREIGN KEY(place_id) REFERENCES place (id), 
	CONSTRAINT uq_place_name_place_id_name UNIQUE (place_id, name)
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
CREATE INDEX ix_claim_relation_to_claim_id ON claim_relation (to_claim_id);
CREATE INDEX ix_occupancy_version_id ON occupancy (version_id);
CREATE INDEX ix_attribution_agent_id ON attribution (agent_id);
CREATE INDEX ix_attribution_occurrence_id ON attribution (occurrence_id);
CREATE INDEX ix_correction_occurrence_id ON correction (occurrence_id);
CREATE INDEX ix_link_claim_id ON link (claim_id);
CREATE INDEX ix_reported_fact_event_id ON reported_fact (event_id);
CREATE INDEX ix_reported_fact_occurrence_id ON reported_fact (occurrence_id);
CREATE INDEX ix_selector_occurrence_id_part ON selector (occurrence_id, part);
CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger  BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger  BEGIN SELECT RAISE(ABORT, 'ledger is append-only'); END;
CREATE TRIGGER correction_no_update BEFORE UPDATE ON correction  BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END;
CREATE TRIGGER correction_no_delete BEFORE DELETE ON correction  BEGIN SELECT RAISE(ABORT, 'correction is append-only'); END;
CREATE TRIGGER article_version_no_update BEFORE UPDATE ON article_version  BEGIN SELECT RAISE(ABORT, 'article_version is append-only'); END;
CREATE TRIGGER article_version_no_delete BEFORE DELETE ON article_version  BEGIN SELECT RAISE(ABORT, 'article_version is append-only'); END;
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob  BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END;
CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob  BEGIN SELECT RAISE(ABORT, 'blob is append-only'); END;
CREATE TRIGGER ledger_value_no_update BEFORE UPDATE ON ledger_value WHEN NEW.value IS NOT NULL OR NEW.salt <> '' OR NEW.seq <> OLD.seq BEGIN SELECT RAISE(ABORT, 'ledger_value is append-only'); END;
CREATE TRIGGER ledger_value_no_delete BEFORE DELETE ON ledger_value  BEGIN SELECT RAISE(ABORT, 'ledger_value is append-only'); END;
CREATE INDEX ix_occurrence_parent_id ON occurrence (parent_id);
CREATE INDEX ix_occurrence_version_id ON occurrence (version_id);
CREATE INDEX ix_occurrence_proposed_id ON occurrence (proposed_id);
CREATE INDEX ix_participation_agent_id ON participation (agent_id);
CREATE INDEX ix_place_name_key ON place_name ("key");
CREATE INDEX ix_judgement_link_id ON judgement (link_id);
CREATE INDEX ix_judgement_relation_id ON judgement (relation_id);
CREATE INDEX ix_judgement_occurrence_id ON judgement (occurrence_id);
CREATE INDEX ix_agent_key ON agent ("key");
CREATE INDEX ix_agent_name ON agent (name);
CREATE INDEX ix_agent_same_as_id ON agent (same_as_id);
CREATE INDEX ix_agent_identity_agent_id ON agent_identity (agent_id);
CREATE INDEX ix_agent_identity_other_id ON agent_identity (other_id);
CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement  BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement  BEGIN SELECT RAISE(ABORT, 'judgement is append-only'); END;
CREATE TRIGGER agent_identity_no_update BEFORE UPDATE ON agent_identity  BEGIN SELECT RAISE(ABORT, 'agent_identity is append-only'); END;
CREATE TRIGGER agent_identity_no_delete BEFORE DELETE ON agent_identity  BEGIN SELECT RAISE(ABORT, 'agent_identity is append-only'); END;
COMMIT;
