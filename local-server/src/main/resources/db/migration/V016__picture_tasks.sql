-- What a picture is gone on with after the death of its process: the ticket by which its provider knows it, written
-- before the provider is first asked about it, and its size as it was wanted and as the provider was asked for it.
create table picture_task (
    user_id       bigint                   not null,
    generation_id uuid                     not null,
    ticket        varchar(300)             not null,
    width         integer                  not null check (width > 0),
    height        integer                  not null check (height > 0),
    asked_width   integer                  not null check (asked_width > 0),
    asked_height  integer                  not null check (asked_height > 0),
    submitted_at  timestamp with time zone not null,
    primary key (user_id, generation_id),
    foreign key (user_id, generation_id) references generation (user_id, id)
);
