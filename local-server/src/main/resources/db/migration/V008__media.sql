-- What lies in the media store. A row is written as `storing` before its object, and becomes `stored` with whatever
-- refers to it, so that neither is there without the other: what stays `storing` is swept away with its object.
create table media (
    user_id         bigint                   not null references app_user (id),
    id              uuid                     not null unique,
    state           varchar(8)               not null check (state in ('storing', 'stored', 'gone')),
    content_type    varchar(100)             not null,
    byte_size       bigint                   not null check (byte_size > 0),
    sha256          varchar(64)              not null,
    width           integer                  not null check (width >= 0),
    height          integer                  not null check (height >= 0),
    duration_millis bigint                   not null check (duration_millis >= 0),
    creation_id     bigint,
    created_at      timestamp with time zone not null,
    primary key (user_id, id)
);
create index media_newest on media (user_id, state, created_at desc, id desc);
create index media_state on media (state, created_at);
create index media_creation on media (user_id, creation_id);
