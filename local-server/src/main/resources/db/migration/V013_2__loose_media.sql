-- A file of a creation that was deleted for good belongs to none any more and is loose from then on; so is an upload
-- that such a creation's texts referred to. Some days later it goes, unless something still refers to it.
alter table media add column loose_at timestamp with time zone;
create index media_loose on media (loose_at);

update media
set creation_id = null,
    loose_at    = current_timestamp
where exists (select 1
              from creation
              where creation.user_id = media.user_id
                and creation.id = media.creation_id
                and creation.state = 'purged');
