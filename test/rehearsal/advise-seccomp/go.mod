module advise-seccomp

go 1.26

require gadget-api/guest v0.1.0

replace gadget-api/guest => ../../../guest-go
