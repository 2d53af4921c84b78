create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = '23001';
end
$$;

create trigger credit_entry_append_only before update or delete on credit_entry
    for each row execute function append_only();
create trigger credit_entry_never_emptied before truncate on credit_entry
    for each statement execute function append_only();
