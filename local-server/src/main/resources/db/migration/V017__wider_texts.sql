-- H2 measures a varchar in UTF-16 units, PostgreSQL and people in characters: of 𠮷 and of emoji H2 counts two. So what
-- people fill to the limit gets twice the room; the limit stays the server's to check. An e-mail also grows when it is
-- folded to lower case (İ).
alter table app_user alter column username set data type varchar(64);
alter table app_user alter column username_key set data type varchar(64);
alter table app_user alter column email set data type varchar(508);
alter table app_user alter column email_key set data type varchar(508);
alter table referral alter column referred_user set data type varchar(64);
alter table ai_model alter column name set data type varchar(200);
alter table ai_model alter column model_name set data type varchar(400);
alter table generation alter column model_name set data type varchar(400);
alter table video_task alter column model_name set data type varchar(400);
alter table coupon alter column name set data type varchar(120);
alter table activity alter column name set data type varchar(120);
alter table activity alter column description set data type varchar(1000);
