-- What a creation of type ppt has beside its text: its file, and the pictures of its slides in their order.
create table deck (
    user_id     bigint      not null references app_user (id),
    creation_id bigint      not null,
    file_id     uuid        not null,
    theme       varchar(40) not null,
    primary key (user_id, creation_id),
    foreign key (user_id, creation_id) references creation (user_id, id)
);

create table deck_picture (
    user_id     bigint  not null,
    creation_id bigint  not null,
    slide       integer not null check (slide >= 1),
    picture_id  uuid    not null,
    primary key (user_id, creation_id, slide),
    foreign key (user_id, creation_id) references deck (user_id, creation_id)
);
