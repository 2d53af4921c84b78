-- Money that goes back. A refund is written before it is sent, and what was bought is taken back in the same
-- transaction, as far as it is unspent; the difference between due and taken is what the buyer owes (rule P9).

create table order_refund (
    user_id       bigint                   not null,
    refund_no     varchar(64)              not null unique,
    uuid          uuid                     not null unique,
    order_id      varchar(32)              not null,
    amount        bigint                   not null check (amount > 0),
    reason        varchar(200)             not null,
    requested_by  bigint                   not null references app_user (id),
    request_id    varchar(128),
    request_hash  varchar(64),
    status        varchar(16)              not null check (status in ('pending', 'done', 'refused')),
    note          varchar(200),
    credits_due   bigint                   not null check (credits_due >= 0),
    credits_taken bigint                   not null check (credits_taken >= 0),
    seconds_due   bigint                   not null check (seconds_due >= 0),
    seconds_taken bigint                   not null check (seconds_taken >= 0),
    created_at    timestamp with time zone not null,
    settled_at    timestamp with time zone,
    asked         integer                  not null,
    ask_at        timestamp with time zone not null,
    version       bigint                   not null,
    change_seq    bigint                   not null,
    primary key (user_id, refund_no),
    unique (user_id, order_id, request_id),
    foreign key (user_id, order_id) references purchase_order (user_id, order_id),
    check (credits_taken <= credits_due),
    check (seconds_taken <= seconds_due)
);
create index order_refund_ask on order_refund (status, ask_at);
create index order_refund_change on order_refund (user_id, change_seq);

-- What has gone back of an order's amount, and what its buyer owes for it: credits, seconds of membership.
alter table purchase_order add column refunded bigint default 0 not null;
alter table purchase_order add column credits_owed bigint default 0 not null;
alter table purchase_order add column seconds_owed bigint default 0 not null;

-- A period that was taken back before it began.
alter table membership add column revoked_at timestamp with time zone;

-- The sandbox's own books of what it sent back.
create table sandbox_refund (
    refund_no  varchar(64) primary key,
    order_id   varchar(32)              not null,
    amount     bigint                   not null,
    created_at timestamp with time zone not null
);
