-- What Bucket4j keeps so that all hosted nodes count together (https://bucket4j.com, PostgreSQL).
create table request_limit (
    id         varchar(160) primary key,
    state      bytea,
    expires_at bigint
);
create index request_limit_expires_at on request_limit (expires_at);
