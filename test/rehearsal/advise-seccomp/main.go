// Advise-seccomp gathers the system calls of each container and command, and writes a profile that allows them.
package main

import (
	"strconv"

	gadget "gadget-api/guest"
)

func init() {
	var advisor advisor
	gadget.Register(gadget.Hooks{Init: advisor.declare, Stop: advisor.advise})
}

func main() {}

type advisor struct {
	container, comm, syscall *gadget.Field[string]
	advice                   advice
	calls                    calls
	defaultAction            string
	mostProfiles             int64
	unreadable, leftOut      uint64
}

func (advisor *advisor) declare(gadget.InitInfo) (err error) {
	advisor.calls = calls{}
	advisor.defaultAction = gadget.ParamOr("default-action", "SCMP_ACT_ERRNO")
	if advisor.mostProfiles, err = gadget.ParamInt("most-profiles", 1024); err != nil {
		return err
	}
	syscalls, err := gadget.OpenSource("syscalls")
	if err != nil {
		return err
	}
	if advisor.container, err = gadget.FieldOf(syscalls, "container", gadget.Text); err != nil {
		return err
	}
	if advisor.comm, err = gadget.FieldOf(syscalls, "comm", gadget.Text); err != nil {
		return err
	}
	if advisor.syscall, err = gadget.FieldOf(syscalls, "syscall", gadget.Text); err != nil {
		return err
	}
	if advisor.advice, err = declareAdvice(); err != nil {
		return err
	}
	return syscalls.Subscribe(advisor.gather)
}

func (advisor *advisor) gather(packet *gadget.Packet) (gadget.Verdict, error) {
	containers, err := advisor.container.Packed(packet)
	if err != nil {
		return gadget.Keep, err
	}
	comms, err := advisor.comm.Packed(packet)
	if err != nil {
		return gadget.Keep, err
	}
	names, err := advisor.syscall.Packed(packet)
	if err != nil {
		return gadget.Keep, err
	}
	for row, name := range names.Values() {
		if !isName(name) {
			advisor.unreadable++
			continue
		}
		by := caller{string(containers.Value(row)), string(comms.Value(row))}
		if !advisor.calls.add(by, string(name), int(advisor.mostProfiles)) {
			advisor.leftOut++
		}
	}
	return gadget.Keep, nil
}

func (advisor *advisor) advise() error {
	if advisor.unreadable > 0 {
		gadget.Log(gadget.LevelWarn, strconv.FormatUint(advisor.unreadable, 10)+" rows without the name of a system call")
	}
	if advisor.leftOut > 0 {
		gadget.Log(gadget.LevelWarn, strconv.FormatUint(advisor.leftOut, 10)+" rows left out: too many profiles")
	}
	return advisor.advice.emit(advisor.calls, advisor.defaultAction)
}
