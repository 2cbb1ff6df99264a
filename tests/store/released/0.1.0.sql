PRAGMA application_id = 1464095563;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'workshop_desk','first_session','2026-11-23 15:30:04.946077+00:00');
CREATE TABLE actions (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT REFERENCES activities (id) ON DELETE CASCADE,
        what TEXT NOT NULL CHECK (what <> ''),
        who TEXT NOT NULL,
        due TEXT,
        sign TEXT NOT NULL,
        writer TEXT REFERENCES people (id),
        private INTEGER NOT NULL CHECK (private IN (0, 1)),
        written TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped'))
    );
INSERT INTO "actions" VALUES('a-1','019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000013','Appeler','Ana',NULL,'','p-1',0,'2026-11-26T13:07:00.000017Z','open');
CREATE TABLE activities (
        id TEXT PRIMARY KEY,
        step TEXT NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        kind TEXT NOT NULL,
        meanwhile INTEGER NOT NULL CHECK (meanwhile IN (0, 1)),
        audience TEXT NOT NULL CHECK (audience IN ('room', 'held', 'facilitator', 'author')),
        naming TEXT NOT NULL CHECK (naming IN ('named', 'pseudonymous', 'anonymous')),
        silent INTEGER NOT NULL CHECK (silent IN (0, 1)),
        most INTEGER NOT NULL,
        longest INTEGER NOT NULL,
        dots INTEGER NOT NULL,
        source TEXT NOT NULL,
        most_tags INTEGER NOT NULL,
        icon TEXT NOT NULL,
        ask_sharing INTEGER NOT NULL CHECK (ask_sharing IN (0, 1)),
        sheet TEXT NOT NULL,
        revealed INTEGER NOT NULL CHECK (revealed IN (0, 1)),
        opened TEXT
    );
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000003','019abcde-0000-7000-8000-000000000002',0,'frame','talk',0,'room','named',0,0,280,0,'',1,'handshake',0,'',0,'2026-11-26T13:00:00.000004Z');
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000005','019abcde-0000-7000-8000-000000000004',0,'intent','board',0,'room','named',0,0,160,0,'',1,'compass',0,'',0,'2026-11-26T13:01:00.000006Z');
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000007','019abcde-0000-7000-8000-000000000006',0,'facts','board',0,'room','named',0,0,160,0,'',1,'list',0,'',0,'2026-11-26T13:02:00.000008Z');
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000009','019abcde-0000-7000-8000-000000000008',0,'causes','board',0,'room','named',0,0,160,0,'',1,'lightbulb',0,'',0,'2026-11-26T13:03:00.000010Z');
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000011','019abcde-0000-7000-8000-000000000010',0,'lessons','board',0,'room','named',0,0,160,0,'',1,'note',0,'',0,'2026-11-26T13:04:00.000012Z');
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000012','019abcde-0000-7000-8000-000000000010',1,'lesson_vote','vote',0,'held','anonymous',0,0,280,0,'lessons',1,'check-circle-fill',0,'',0,'2026-11-26T13:05:00.000014Z');
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000013','019abcde-0000-7000-8000-000000000010',2,'actions','actions',0,'room','named',0,0,280,0,'',1,'flag',0,'',0,'2026-11-26T13:06:00.000016Z');
INSERT INTO "activities" VALUES('019abcde-0000-7000-8000-000000000015','019abcde-0000-7000-8000-000000000014',0,'roti','scale',0,'held','anonymous',0,0,280,0,'',1,'clock',0,'',0,'2026-11-26T13:07:00.000018Z');
CREATE TABLE activity_levels (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        level INTEGER NOT NULL CHECK (level >= 1),
        PRIMARY KEY (activity, level)
    );
INSERT INTO "activity_levels" VALUES('019abcde-0000-7000-8000-000000000015',1);
INSERT INTO "activity_levels" VALUES('019abcde-0000-7000-8000-000000000015',2);
INSERT INTO "activity_levels" VALUES('019abcde-0000-7000-8000-000000000015',3);
INSERT INTO "activity_levels" VALUES('019abcde-0000-7000-8000-000000000015',4);
INSERT INTO "activity_levels" VALUES('019abcde-0000-7000-8000-000000000015',5);
CREATE TABLE activity_roles (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        PRIMARY KEY (activity, position)
    );
CREATE TABLE activity_tags (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (activity, position)
    );
INSERT INTO "activity_tags" VALUES('019abcde-0000-7000-8000-000000000009',0,'plus');
INSERT INTO "activity_tags" VALUES('019abcde-0000-7000-8000-000000000009',1,'minus');
INSERT INTO "activity_tags" VALUES('019abcde-0000-7000-8000-000000000011',0,'sustain');
INSERT INTO "activity_tags" VALUES('019abcde-0000-7000-8000-000000000011',1,'improve');
CREATE TABLE attendees (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        role TEXT NOT NULL,
        channel TEXT NOT NULL CHECK (channel IN ('phone', 'desk')),
        language TEXT NOT NULL,
        joined TEXT NOT NULL,
        PRIMARY KEY (session, person)
    );
INSERT INTO "attendees" VALUES('019abcde-0000-7000-8000-000000000001','p-1','','phone','fr','2026-11-26T13:00:00.000003Z');
CREATE TABLE ballots (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        voter TEXT REFERENCES people (id)
    ) WITHOUT ROWID;
INSERT INTO "ballots" VALUES('b-1','019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000012',NULL);
CREATE TABLE card_tags (
        card TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        tag TEXT NOT NULL,
        PRIMARY KEY (card, position)
    ) WITHOUT ROWID;
INSERT INTO "card_tags" VALUES('c-4',0,'plus');
INSERT INTO "card_tags" VALUES('c-5',0,'sustain');
CREATE TABLE cards (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        author TEXT REFERENCES people (id),
        text TEXT NOT NULL,
        written TEXT NOT NULL,
        shareable INTEGER CHECK (shareable IN (0, 1)),
        parked INTEGER NOT NULL CHECK (parked IN (0, 1)),
        starred INTEGER NOT NULL CHECK (starred IN (0, 1)),
        hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
        locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
        withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
    );
INSERT INTO "cards" VALUES('c-2','019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000005','p-1','Fait','2026-11-26T13:02:00.000007Z',NULL,0,0,0,0,0);
INSERT INTO "cards" VALUES('c-3','019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000007','p-1','Fait','2026-11-26T13:03:00.000009Z',NULL,0,0,0,0,0);
INSERT INTO "cards" VALUES('c-4','019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','p-1','Fait','2026-11-26T13:04:00.000011Z',NULL,0,0,0,0,0);
INSERT INTO "cards" VALUES('c-5','019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','p-1','Fait','2026-11-26T13:05:00.000013Z',NULL,0,0,0,0,0);
CREATE TABLE certificates (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        number TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        present_seconds REAL NOT NULL CHECK (present_seconds >= 0),
        issued TEXT NOT NULL,
        UNIQUE (session, person)
    );
INSERT INTO "certificates" VALUES('n-1','019abcde-0000-7000-8000-000000000001','p-1','2026-K7QM-001','Ana',540.000018,'2026-11-26T13:09:00.000021Z');
CREATE TABLE devices (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        token_hash TEXT NOT NULL UNIQUE,
        created TEXT NOT NULL
    );
INSERT INTO "devices" VALUES('d-1','019abcde-0000-7000-8000-000000000001','p-1','hash','2026-11-26T13:00:00.000003Z');
CREATE TABLE journal (
        revision INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        desk TEXT NOT NULL,
        actor TEXT NOT NULL,
        session TEXT NOT NULL,
        command TEXT NOT NULL,
        key_hash TEXT UNIQUE,
        content_hash TEXT,
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        CHECK ((key_hash IS NULL) = (content_hash IS NULL))
    );
INSERT INTO "journal" VALUES(1,'2026-11-26T13:00:00.000000Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','','ChangeSettings',NULL,NULL,'{"settings": {"facilitator": "Claire", "organisation": "", "location": "", "contact": "", "keep_months": 12, "language": "fr", "room_language": "fr", "stage_dark": false, "desk_dark": false, "less_motion": false}}');
INSERT INTO "journal" VALUES(2,'2026-11-26T13:00:00.000001Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','PlanSession',NULL,NULL,'{"code": "K7QM", "method": "aar", "preset": "hot"}');
INSERT INTO "journal" VALUES(3,'2026-11-26T13:00:00.000002Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','OpenSession',NULL,NULL,'{"session": "019abcde-0000-7000-8000-000000000001"}');
INSERT INTO "journal" VALUES(4,'2026-11-26T13:00:00.000003Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','newcomer','019abcde-0000-7000-8000-000000000001','Join','7b84b8e7e4214d2ca1563ac5e7dae9079abf97c64079287df3e3fe50591e0b19','fc94305f508991e8ab1ac81f535050f236da9aca762b6bcd7548dcf816d25d2c','{"person": "p-1", "name": "Ana", "language": "fr", "channel": "phone", "device": "d-1"}');
INSERT INTO "journal" VALUES(5,'2026-11-26T13:00:00.000004Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(6,'2026-11-26T13:01:00.000005Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','StartTimer',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(7,'2026-11-26T13:01:00.000006Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(8,'2026-11-26T13:02:00.000007Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','SubmitCard',NULL,NULL,'{"card": "c-2", "activity": "019abcde-0000-7000-8000-000000000005", "author": "p-1", "text": "Fait", "tags": [], "shareable": null}');
INSERT INTO "journal" VALUES(9,'2026-11-26T13:02:00.000008Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(10,'2026-11-26T13:03:00.000009Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','SubmitCard',NULL,NULL,'{"card": "c-3", "activity": "019abcde-0000-7000-8000-000000000007", "author": "p-1", "text": "Fait", "tags": [], "shareable": null}');
INSERT INTO "journal" VALUES(11,'2026-11-26T13:03:00.000010Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(12,'2026-11-26T13:04:00.000011Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','SubmitCard',NULL,NULL,'{"card": "c-4", "activity": "019abcde-0000-7000-8000-000000000009", "author": "p-1", "text": "Fait", "tags": ["plus"], "shareable": null}');
INSERT INTO "journal" VALUES(13,'2026-11-26T13:04:00.000012Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(14,'2026-11-26T13:05:00.000013Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','SubmitCard',NULL,NULL,'{"card": "c-5", "activity": "019abcde-0000-7000-8000-000000000011", "author": "p-1", "text": "Fait", "tags": ["sustain"], "shareable": null}');
INSERT INTO "journal" VALUES(15,'2026-11-26T13:05:00.000014Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(16,'2026-11-26T13:06:00.000000Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','','019abcde-0000-7000-8000-000000000001','CastBallot',NULL,NULL,'{"activity": "019abcde-0000-7000-8000-000000000012"}');
INSERT INTO "journal" VALUES(17,'2026-11-26T13:06:00.000016Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(18,'2026-11-26T13:07:00.000017Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','AddAction',NULL,NULL,'{"action": "a-1", "activity": "019abcde-0000-7000-8000-000000000013", "what": "Appeler", "who": "", "due": null, "sign": "", "writer": "p-1"}');
INSERT INTO "journal" VALUES(19,'2026-11-26T13:07:00.000018Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(20,'2026-11-26T13:08:00.000000Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','','019abcde-0000-7000-8000-000000000001','Rate',NULL,NULL,'{"activity": "019abcde-0000-7000-8000-000000000015"}');
INSERT INTO "journal" VALUES(21,'2026-11-26T13:08:00.000020Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','Advance',NULL,NULL,'{}');
INSERT INTO "journal" VALUES(22,'2026-11-26T13:09:00.000021Z','01a20907-5413-75d6-9ae6-6207c34fc9c9','facilitator','019abcde-0000-7000-8000-000000000001','CloseSession',NULL,NULL,'{"certificates": ["n-1"]}');
CREATE TABLE participations (
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        answers INTEGER NOT NULL CHECK (answers >= 0),
        finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
        PRIMARY KEY (activity, person)
    ) WITHOUT ROWID;
INSERT INTO "participations" VALUES('019abcde-0000-7000-8000-000000000005','p-1',1,0);
INSERT INTO "participations" VALUES('019abcde-0000-7000-8000-000000000007','p-1',1,0);
INSERT INTO "participations" VALUES('019abcde-0000-7000-8000-000000000009','p-1',1,0);
INSERT INTO "participations" VALUES('019abcde-0000-7000-8000-000000000011','p-1',1,0);
INSERT INTO "participations" VALUES('019abcde-0000-7000-8000-000000000012','p-1',1,1);
INSERT INTO "participations" VALUES('019abcde-0000-7000-8000-000000000013','p-1',1,0);
INSERT INTO "participations" VALUES('019abcde-0000-7000-8000-000000000015','p-1',1,1);
CREATE TABLE people (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        email TEXT,
        created TEXT NOT NULL
    );
INSERT INTO "people" VALUES('p-1','Ana',NULL,'2026-11-26T13:00:00.000003Z');
CREATE TABLE presence (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        person TEXT NOT NULL REFERENCES people (id),
        entered TEXT NOT NULL,
        "left" TEXT,
        PRIMARY KEY (session, person, entered)
    );
INSERT INTO "presence" VALUES('019abcde-0000-7000-8000-000000000001','p-1','2026-11-26T13:00:00.000003Z','2026-11-26T13:09:00.000021Z');
CREATE TABLE ratings (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        rater TEXT REFERENCES people (id),
        value INTEGER NOT NULL CHECK (value >= 1),
        word TEXT NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "ratings" VALUES('r-1','019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015',NULL,4,'');
CREATE TABLE roles (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        role TEXT NOT NULL,
        most_people INTEGER NOT NULL CHECK (most_people >= 0),
        ordinary INTEGER NOT NULL CHECK (ordinary IN (0, 1)),
        private_sheet INTEGER NOT NULL CHECK (private_sheet IN (0, 1)),
        PRIMARY KEY (session, role)
    );
INSERT INTO "roles" VALUES('019abcde-0000-7000-8000-000000000001',0,'participant',0,1,0);
CREATE TABLE sessions (
        id TEXT PRIMARY KEY,
        code TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        language TEXT NOT NULL,
        method TEXT NOT NULL,
        preset TEXT NOT NULL,
        facilitator TEXT NOT NULL,
        organisation TEXT NOT NULL,
        location TEXT NOT NULL,
        contact TEXT NOT NULL,
        keep_months INTEGER NOT NULL,
        expected INTEGER NOT NULL CHECK (expected >= 0),
        margin_seconds REAL NOT NULL,
        created TEXT NOT NULL,
        planned_start TEXT,
        state TEXT NOT NULL CHECK (state IN ('planned', 'open', 'closed')),
        place TEXT NOT NULL CHECK (place IN ('lobby', 'steps', 'closing')),
        blackout INTEGER NOT NULL CHECK (blackout IN (0, 1)),
        opened TEXT,
        closed TEXT,
        next_date TEXT NOT NULL,
        CHECK (state = 'planned' OR opened IS NOT NULL),
        CHECK ((state = 'closed') = (closed IS NOT NULL))
    );
INSERT INTO "sessions" VALUES('019abcde-0000-7000-8000-000000000001','K7QM','Retour d’expérience','fr','aar','hot','Claire Lambert','Halliade','Lyon, salle Rhône','dpo@halliade.example',12,8,0.0,'2026-11-26T13:00:00.000000Z','2026-11-26T13:00:00.000000Z','closed','closing',0,'2026-11-26T13:00:00.000002Z','2026-11-26T13:09:00.000021Z','');
CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    );
INSERT INTO "settings" VALUES('desk_id','01a20907-5413-75d6-9ae6-6207c34fc9c9');
INSERT INTO "settings" VALUES('facilitator','Claire');
INSERT INTO "settings" VALUES('organisation','');
INSERT INTO "settings" VALUES('location','');
INSERT INTO "settings" VALUES('contact','');
INSERT INTO "settings" VALUES('keep_months','12');
INSERT INTO "settings" VALUES('language','fr');
INSERT INTO "settings" VALUES('room_language','fr');
INSERT INTO "settings" VALUES('stage_dark','no');
INSERT INTO "settings" VALUES('desk_dark','no');
INSERT INTO "settings" VALUES('less_motion','no');
CREATE TABLE steps (
        id TEXT PRIMARY KEY,
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        label TEXT NOT NULL,
        shortest_seconds REAL NOT NULL,
        longest_seconds REAL NOT NULL,
        planned_seconds REAL NOT NULL,
        added_seconds REAL NOT NULL,
        timer_state TEXT NOT NULL CHECK (timer_state IN ('waiting', 'running', 'paused', 'stopped')),
        started_utc TEXT,
        started_boot REAL,
        started_boot_id TEXT,
        anchor_utc TEXT,
        anchor_boot REAL,
        anchor_boot_id TEXT,
        banked_seconds REAL NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('ahead', 'current', 'done', 'skipped')),
        phase INTEGER NOT NULL CHECK (phase >= 0),
        started TEXT,
        ended TEXT,
        notes TEXT NOT NULL,
        CHECK ((timer_state = 'running') = (anchor_utc IS NOT NULL))
    );
INSERT INTO "steps" VALUES('019abcde-0000-7000-8000-000000000002','019abcde-0000-7000-8000-000000000001',0,'0','',120.0,300.0,120.0,0.0,'stopped','2026-11-26T13:01:00.000005Z',5.06000000500000169257e+03,'boot-1',NULL,NULL,NULL,1.00000033853575587272e-06,'done',0,'2026-11-26T13:00:00.000004Z','2026-11-26T13:01:00.000006Z','');
INSERT INTO "steps" VALUES('019abcde-0000-7000-8000-000000000004','019abcde-0000-7000-8000-000000000001',1,'1','1',180.0,600.0,180.0,0.0,'waiting',NULL,NULL,NULL,NULL,NULL,NULL,0.0,'done',0,'2026-11-26T13:01:00.000006Z','2026-11-26T13:02:00.000008Z','');
INSERT INTO "steps" VALUES('019abcde-0000-7000-8000-000000000006','019abcde-0000-7000-8000-000000000001',2,'2','2',300.0,1500.0,300.0,0.0,'waiting',NULL,NULL,NULL,NULL,NULL,NULL,0.0,'done',0,'2026-11-26T13:02:00.000008Z','2026-11-26T13:03:00.000010Z','');
INSERT INTO "steps" VALUES('019abcde-0000-7000-8000-000000000008','019abcde-0000-7000-8000-000000000001',3,'3','3',300.0,1500.0,420.0,0.0,'waiting',NULL,NULL,NULL,NULL,NULL,NULL,0.0,'done',0,'2026-11-26T13:03:00.000010Z','2026-11-26T13:04:00.000012Z','');
INSERT INTO "steps" VALUES('019abcde-0000-7000-8000-000000000010','019abcde-0000-7000-8000-000000000001',4,'4','4',480.0,2400.0,660.0,0.0,'waiting',NULL,NULL,NULL,NULL,NULL,NULL,0.0,'done',2,'2026-11-26T13:04:00.000012Z','2026-11-26T13:07:00.000018Z','');
INSERT INTO "steps" VALUES('019abcde-0000-7000-8000-000000000014','019abcde-0000-7000-8000-000000000001',5,'roti','',60.0,300.0,120.0,0.0,'waiting',NULL,NULL,NULL,NULL,NULL,NULL,0.0,'done',0,'2026-11-26T13:07:00.000018Z','2026-11-26T13:08:00.000020Z','');
CREATE TABLE votes (
        ballot TEXT NOT NULL REFERENCES ballots (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        activity TEXT NOT NULL REFERENCES activities (id) ON DELETE CASCADE,
        voter TEXT REFERENCES people (id),
        card TEXT NOT NULL REFERENCES cards (id) ON DELETE CASCADE,
        dots INTEGER NOT NULL CHECK (dots >= 1),
        PRIMARY KEY (ballot, position),
        UNIQUE (ballot, card)
    ) WITHOUT ROWID;
INSERT INTO "votes" VALUES('b-1',0,'019abcde-0000-7000-8000-000000000012',NULL,'c-5',1);
CREATE TABLE wordings (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        owner TEXT NOT NULL,
        field TEXT NOT NULL,
        item TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (owner, field, item, language)
    );
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','title','','en','Frame');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','title','','fr','Cadre');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','rules','','en','No rank, no blame, facts first. Nothing is used for appraisal.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','rules','','fr','Pas de grade, pas de coupable, les faits d’abord. Rien ne sert à évaluer les personnes.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','advice','','en','Let the managers speak last.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','advice','','fr','Laissez les responsables parler en dernier.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','long_prompt','','en','We are here to learn, not to judge. No rank, no culprit: facts, then lessons.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000002','long_prompt','','fr','On cherche à apprendre, pas à juger. Pas de grade, pas de coupable : des faits, puis des enseignements.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','title','','en','The rules');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','title','','fr','Les règles');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','prompt','','en','We are here to learn, not to judge.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','prompt','','fr','On cherche à apprendre, pas à juger.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','lead','','en','No rank, no culprit: facts first.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','lead','','fr','Pas de grade, pas de coupable : des faits d’abord.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','confirm','','en','I agree');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000003','confirm','','fr','Je suis d’accord');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','title','','en','What was supposed to happen?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','title','','fr','Qu’est-ce qui était prévu ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','rules','','en','Agree before moving on.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','rules','','fr','On se met d’accord avant de continuer.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','advice','','en','Ask for the result, the date and the means.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','advice','','fr','Demandez le résultat attendu, la date et les moyens.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','long_prompt','','en','What was supposed to happen? What result, by when, with what means?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000004','long_prompt','','fr','Que devait-il se passer ? Quel résultat attendions-nous, pour quand, avec quels moyens ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000005','title','','en','The intention');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000005','title','','fr','L’intention');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000005','prompt','','en','What was supposed to happen?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000005','prompt','','fr','Que devait-il se passer ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000005','lead','','en','What result, by when, with what means?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000005','lead','','fr','Quel résultat, pour quand, avec quels moyens ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','title','','en','What actually happened?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','title','','fr','Que s’est-il réellement passé ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','rules','','en','Observable facts only; contradictions are kept side by side.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','rules','','fr','Des faits observables seulement ; les versions différentes restent côte à côte.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','advice','','en','Ask for the time of each fact.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','advice','','fr','Demandez l’heure de chaque fait.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','long_prompt','','en','What really happened? Let us rebuild the thread, fact by fact, from each viewpoint.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000006','long_prompt','','fr','Que s’est-il vraiment passé ? Reconstruisons le fil, fait par fait, du point de vue de chacun.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000007','title','','en','The facts');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000007','title','','fr','Les faits');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000007','prompt','','en','What really happened?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000007','prompt','','fr','Que s’est-il vraiment passé ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000007','lead','','en','Fact by fact, with the time, from each viewpoint.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000007','lead','','fr','Fait par fait, avec l’heure, du point de vue de chacun.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','title','','en','Why the difference?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','title','','fr','Pourquoi ces écarts ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','rules','','en','“What” and “how”, not “who”. Include successes.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','rules','','fr','« Quoi » et « comment », pas « qui ». Les réussites comptent aussi.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','advice','','en','If a name is said, ask what made it possible.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','advice','','fr','Si un nom est prononcé, demandez ce qui a rendu cela possible.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','long_prompt','','en','What explains the gaps — good and bad?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000008','long_prompt','','fr','Qu’est-ce qui explique les écarts — en bien comme en moins bien ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','title','','en','The causes');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','title','','fr','Les causes');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','prompt','','en','What explains the gaps?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','prompt','','fr','Qu’est-ce qui explique les écarts ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','lead','','en','Good and bad. What and how, not who.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','lead','','fr','En bien comme en moins bien. Quoi et comment, pas qui.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','tag','plus','en','helped');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','tag','plus','fr','en plus');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','tag','minus','en','hindered');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000009','tag','minus','fr','en moins');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','title','','en','What do we sustain, what do we change?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','title','','fr','Que gardons-nous, que changeons-nous ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','rules','','en','Only what we control. Three actions at most.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','rules','','fr','Seulement ce qui dépend de nous. Trois actions au plus.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','advice','','en','An action has a name and a date. Put the lesson as “if… then…”.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','advice','','fr','Une action a un nom et une date. Écrivez l’enseignement en « si… alors… ».');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','long_prompt','','en','What do we do again? What do we change next time? Who, what, by when?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000010','long_prompt','','fr','Que refait-on à l’identique ? Que change-t-on la prochaine fois ? Qui, quoi, pour quand ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','title','','en','Sustain, improve');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','title','','fr','Garder, changer');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','prompt','','en','What do we do again? What do we change?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','prompt','','fr','Que refait-on ? Que change-t-on la prochaine fois ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','lead','','en','One idea per card. If… then…');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','lead','','fr','Une idée par carte. Si… alors…');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','tag','sustain','en','sustain');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','tag','sustain','fr','à garder');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','tag','improve','en','improve');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000011','tag','improve','fr','à changer');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000012','title','','en','Vote');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000012','title','','fr','Vote');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000012','prompt','','en','What matters most from here on?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000012','prompt','','fr','Qu’est-ce qui compte le plus pour la suite ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000012','lead','','en','The result shows when everyone is done.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000012','lead','','fr','Le résultat s’affiche quand tout le monde a voté.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000013','title','','en','Actions');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000013','title','','fr','Actions');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000013','prompt','','en','Who does what, and by when?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000013','prompt','','fr','Qui fait quoi, et pour quand ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000013','lead','','en','Three actions at most.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000013','lead','','fr','Trois actions au plus.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','title','','en','ROTI');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','title','','fr','ROTI');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','rules','','en','Simultaneous and anonymous.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','rules','','fr','Simultané et anonyme.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','advice','','en','Ask what would have added a point, not for a justification.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','advice','','fr','Demandez ce qui aurait ajouté un point, pas une justification.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','long_prompt','','en','Your return on time invested, 1 to 5?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000014','long_prompt','','fr','Votre retour sur temps investi, de 1 à 5 ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','title','','en','ROTI, return on time invested');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','title','','fr','ROTI, retour sur temps investi');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','prompt','','en','Was it worth the time?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','prompt','','fr','Le temps passé en valait-il la peine ?');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','lead','','en','From 1 to 5. You may also pass.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','lead','','fr','De 1 à 5. Vous pouvez aussi passer.');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','1','en','A waste of time');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','1','fr','Inutile, j’ai perdu mon temps');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','2','en','Some value, not worth the time');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','2','fr','Utile, mais ne valait pas le temps passé');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','3','en','Break-even');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','3','fr','À l’équilibre, sans plus');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','4','en','Worth more than the time');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','4','fr','J’ai gagné plus que le temps passé');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','5','en','Far more than the time');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000015','level','5','fr','Valait bien plus que le temps passé');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000001','method_title','','en','After-action review');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000001','method_title','','fr','Revue après action');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000001','role','participant','en','Participant');
INSERT INTO "wordings" VALUES('019abcde-0000-7000-8000-000000000001','019abcde-0000-7000-8000-000000000001','role','participant','fr','Participation');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX sessions_one_open ON sessions (state) WHERE state = 'open';
CREATE INDEX wordings_by_session ON wordings (session);
CREATE INDEX attendees_by_person ON attendees (person);
CREATE INDEX presence_by_person ON presence (person);
CREATE INDEX devices_by_session ON devices (session);
CREATE INDEX devices_by_person ON devices (person);
CREATE INDEX steps_by_session ON steps (session, position);
CREATE INDEX activities_by_step ON activities (step, position);
CREATE INDEX cards_by_session ON cards (session);
CREATE INDEX cards_by_activity ON cards (activity);
CREATE INDEX cards_by_author ON cards (author);
CREATE INDEX ballots_by_session ON ballots (session);
CREATE INDEX ballots_by_activity ON ballots (activity);
CREATE UNIQUE INDEX ballots_one_per_voter ON ballots (voter, activity) WHERE voter IS NOT NULL;
CREATE INDEX votes_by_activity ON votes (activity);
CREATE INDEX votes_by_voter ON votes (voter);
CREATE INDEX votes_by_card ON votes (card);
CREATE INDEX ratings_by_session ON ratings (session);
CREATE INDEX ratings_by_activity ON ratings (activity);
CREATE UNIQUE INDEX ratings_one_per_rater ON ratings (rater, activity) WHERE rater IS NOT NULL;
CREATE INDEX participations_by_person ON participations (person);
CREATE INDEX actions_by_session ON actions (session);
CREATE INDEX actions_by_activity ON actions (activity);
CREATE INDEX actions_by_writer ON actions (writer);
CREATE INDEX certificates_by_person ON certificates (person);
CREATE INDEX journal_by_session ON journal (session, revision);
CREATE TRIGGER journal_keeps_lines BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is only added to'); END;
COMMIT;
