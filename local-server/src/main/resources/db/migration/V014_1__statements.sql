-- What the providers say about each day, and where it is not what our books say (rule P6, ADR 29). `asked` counts the
-- tries and is what nodes claim a statement by.
create table provider_statement (
    gateway     varchar(16)              not null,
    bill_date   date                     not null,
    status      varchar(16)              not null check (status in ('waiting', 'compared')),
    reason      varchar(16) check (reason in ('not_yet', 'unreachable', 'unreadable')),
    payments    bigint                   not null,
    paid        bigint                   not null,
    refunds     bigint                   not null,
    refunded    bigint                   not null,
    repaired    bigint                   not null,
    differences bigint                   not null,
    compared_at timestamp with time zone,
    asked       integer                  not null,
    ask_at      timestamp with time zone not null,
    primary key (gateway, bill_date)
);
create index provider_statement_ask on provider_statement (ask_at);

-- The lines of a bill: kept, because what we learn a day later is in the bill of the day before.
create table statement_line (
    gateway        varchar(16) not null,
    bill_date      date        not null,
    line_no        integer     not null,
    kind           varchar(16) not null check (kind in ('payment', 'refund')),
    order_id       varchar(64) not null,
    refund_no      varchar(64),
    transaction_id varchar(64) not null,
    amount         bigint      not null,
    primary key (gateway, bill_date, line_no),
    foreign key (gateway, bill_date) references provider_statement (gateway, bill_date)
);
create index statement_line_order on statement_line (gateway, order_id);

-- `theirs` and `ours` are amounts, absent where there is none.
create table statement_difference (
    gateway        varchar(16) not null,
    bill_date      date        not null,
    difference_no  integer     not null,
    kind           varchar(16) not null check (kind in ('missing_here', 'missing_there', 'amount')),
    movement       varchar(16) not null check (movement in ('payment', 'refund')),
    order_id       varchar(64) not null,
    refund_no      varchar(64),
    transaction_id varchar(128) not null,
    theirs         bigint,
    ours           bigint,
    primary key (gateway, bill_date, difference_no),
    foreign key (gateway, bill_date) references provider_statement (gateway, bill_date)
);

create index payment_transaction_day on payment_transaction (created_at);
create index order_refund_settled on order_refund (settled_at);
