create trigger payment_transaction_append_only before update or delete on payment_transaction
    for each row execute function append_only();
create trigger payment_event_append_only before update or delete on payment_event
    for each row execute function append_only();
create trigger payment_transaction_never_emptied before truncate on payment_transaction
    for each statement execute function append_only();
create trigger payment_event_never_emptied before truncate on payment_event
    for each statement execute function append_only();
