create trigger payment_transaction_append_only before update, delete on payment_transaction
    for each row call "studio.mofang.server.db.AppendOnly";
create trigger payment_event_append_only before update, delete on payment_event
    for each row call "studio.mofang.server.db.AppendOnly";
