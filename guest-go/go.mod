module gadget-api/guest

go 1.26
