-- A referral's reward that is withdrawn when the payment that brought it goes back. `rewards` counts how often one was
-- given, `owed` is what was withdrawn after the referrer had spent it; a later reward settles that first.
alter table referral add column rewards integer default 0 not null;
alter table referral add column owed bigint default 0 not null check (owed >= 0);
alter table referral add column withdrawn_at timestamp with time zone;

-- [jooq ignore start]
update referral set rewards = 1 where rewarded_at is not null;
-- [jooq ignore stop]
