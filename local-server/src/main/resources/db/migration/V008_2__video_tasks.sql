-- Videos under way and done. Whoever works on one holds its claim until lease_until and renews it; `submitting` is
-- written before the provider is asked, `submitted` with the ticket under which the provider knows it, so that a video
-- is never asked for twice. `version` grows with every change that its owner can see.
create table video_task (
    user_id       bigint                   not null references app_user (id),
    id            varchar(64)              not null unique,
    script        text                     not null,
    title         varchar(200)             not null,
    seconds       integer                  not null check (seconds > 0),
    width         integer                  not null,
    height        integer                  not null,
    marked        boolean                  not null,
    source_id     bigint,
    model_id      bigint,
    provider      varchar(32)              not null,
    model_name    varchar(200)             not null,
    price         integer                  not null check (price >= 0),
    hold_id       uuid,
    state         varchar(16)              not null
        check (state in ('queued', 'submitting', 'submitted', 'done', 'failed', 'cancelled')),
    ticket        varchar(300),
    stage         varchar(16)              not null,
    progress      integer                  not null check (progress between 0 and 100),
    failure       varchar(40),
    failure_text  varchar(500),
    stumbles      integer                  not null,
    creation_id   bigint,
    media_id      uuid,
    poster_id     uuid,
    claim         uuid,
    lease_until   timestamp with time zone not null,
    look_at       timestamp with time zone not null,
    deadline_at   timestamp with time zone not null,
    version       bigint                   not null,
    created_at    timestamp with time zone not null,
    updated_at    timestamp with time zone not null,
    primary key (user_id, id)
);
create index video_task_due on video_task (state, look_at);
create index video_task_newest on video_task (user_id, created_at desc, id desc);
create index video_task_changed on video_task (user_id, updated_at);
