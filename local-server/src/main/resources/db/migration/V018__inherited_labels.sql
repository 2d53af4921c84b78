-- The label of the text that a video is made of, which the film of it carries on; taken when the video is asked for, since
-- the text may be gone when it is done.
alter table video_task add column aigc text;
