-- How long a platform's permission lasts, and permissions that a person is about to give in a browser.

-- `valid_until` is when the person has to allow it anew, where the platform ends it. Whoever is about to exchange the
-- tokens moves `renewing_until` ahead, so that nobody else does so with the same refresh token, which is good for once.
alter table platform_account add column valid_until timestamp with time zone;
alter table platform_account add column renewing_until timestamp with time zone;

-- One per user and platform. `state_hash` is the SHA-256 of what the browser brings back, once. `application` is sealed
-- for `platform_authorization|platform|user` and is gone as soon as the browser has been back.
create table platform_authorization (
    user_id     bigint                   not null references app_user (id),
    platform    varchar(16)              not null,
    state_hash  varchar(64)              not null unique,
    application bytea,
    phase       varchar(8)               not null check (phase in ('waiting', 'returned', 'bound', 'failed')),
    reason      varchar(1000),
    expires_at  timestamp with time zone not null,
    primary key (user_id, platform)
);
