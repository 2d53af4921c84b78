-- The ledger of credits and the memberships. Whoever changes rows of a user takes the number of the change first
-- (change_counter), then the account: one order of locks, no deadlock.

-- The sum of the entries and of the open holds, kept beside them so that spending is one guarded statement.
create table credit_account (
    user_id    bigint primary key references app_user (id),
    balance    bigint not null check (balance >= 0),
    held       bigint not null check (held >= 0),
    last_entry bigint not null,
    check (balance >= held)
);

-- Append-only: triggers refuse updates and deletes. `cause` and `cause_id` say what may move credits only once;
-- `reference` is what a person can follow: an order, a creation.
create table credit_entry (
    user_id       bigint                   not null references app_user (id),
    entry_no      bigint                   not null,
    uuid          uuid                     not null unique,
    type          varchar(32)              not null,
    amount        bigint                   not null check (amount <> 0),
    balance_after bigint                   not null check (balance_after >= 0),
    cause         varchar(16)              not null,
    cause_id      varchar(64)              not null,
    reference     varchar(64)              not null,
    description   varchar(200)             not null,
    created_at    timestamp with time zone not null,
    version       bigint                   not null,
    change_seq    bigint                   not null,
    primary key (user_id, entry_no),
    unique (user_id, cause, cause_id)
);
create index credit_entry_change on credit_entry (user_id, change_seq);

-- `boot` is the run of the process that works on what the credits are held for.
create table credit_hold (
    user_id     bigint                   not null references app_user (id),
    id          uuid                     not null,
    credits     bigint                   not null check (credits > 0),
    reference   varchar(64)              not null,
    boot        uuid                     not null,
    status      varchar(16)              not null check (status in ('open', 'captured', 'released', 'expired')),
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    resolved_at timestamp with time zone,
    version     bigint                   not null,
    change_seq  bigint                   not null,
    primary key (user_id, id)
);
create index credit_hold_status on credit_hold (status, expires_at);

-- One row a period that was granted; `reference` (the order) grants once. Periods of a user never overlap.
create table membership (
    user_id    bigint                   not null references app_user (id),
    reference  varchar(64)              not null,
    uuid       uuid                     not null unique,
    type       varchar(16)              not null check (type in ('monthly', 'quarterly', 'yearly')),
    starts_at  timestamp with time zone not null,
    ends_at    timestamp with time zone not null,
    created_at timestamp with time zone not null,
    version    bigint                   not null,
    change_seq bigint                   not null,
    primary key (user_id, reference),
    check (ends_at > starts_at)
);
create index membership_end on membership (user_id, ends_at);
create index membership_change on membership (user_id, change_seq);
