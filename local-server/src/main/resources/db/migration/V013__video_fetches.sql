-- How many fetches of a finished video have brought nothing; `stumbles` counts the questions that were not answered.
alter table video_task add column fetches integer default 0 not null;
