-- The journal of generations, written before a provider is asked. A running one is renewed by the node that runs it;
-- whatever is past its lease has lost its node, and gives its credits back.
create table generation (
    user_id       bigint                   not null references app_user (id),
    id            uuid                     not null,
    kind          varchar(16)              not null,
    tool_type     varchar(40)              not null,
    model_id      bigint,
    provider      varchar(32)              not null,
    model_name    varchar(200)             not null,
    prompt        text                     not null,
    price         integer                  not null check (price >= 0),
    hold_id       uuid,
    route         varchar(160),
    request_id    varchar(128),
    state         varchar(16)              not null check (state in ('running', 'done', 'failed', 'cancelled', 'abandoned')),
    failure       varchar(500),
    finish_reason varchar(100),
    input_tokens  integer,
    output_tokens integer,
    creation_id   bigint,
    node          uuid                     not null,
    lease_until   timestamp with time zone not null,
    started_at    timestamp with time zone not null,
    ended_at      timestamp with time zone,
    primary key (user_id, id)
);
create index generation_running on generation (state, lease_until);
