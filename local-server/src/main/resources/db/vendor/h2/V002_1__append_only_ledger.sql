create trigger credit_entry_append_only before update, delete on credit_entry
    for each row call "studio.mofang.server.db.AppendOnly";
