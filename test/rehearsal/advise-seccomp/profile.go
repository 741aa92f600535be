package main

import (
	"encoding/json"

	gadget "gadget-api/guest"
)

// profile is what container runtimes read.
type profile struct {
	DefaultAction string `json:"defaultAction"`
	Syscalls      []rule `json:"syscalls"`
}

type rule struct {
	Names  []string `json:"names"`
	Action string   `json:"action"`
}

// advice is the source of the profiles.
type advice struct {
	source                   *gadget.Source
	container, comm, profile *gadget.Field[string]
}

func declareAdvice() (advice advice, err error) {
	if advice.source, err = gadget.CreateSource("advice", gadget.Events); err != nil {
		return advice, err
	}
	if advice.container, err = gadget.AddField(advice.source, "container", gadget.Text); err != nil {
		return advice, err
	}
	if advice.comm, err = gadget.AddField(advice.source, "comm", gadget.Text); err != nil {
		return advice, err
	}
	advice.profile, err = gadget.AddField(advice.source, "profile", gadget.Text)
	return advice, err
}

// emit sends a row for each caller.
func (advice advice) emit(calls calls, defaultAction string) error {
	callers := calls.callers()
	packet, err := advice.source.NewPacket(uint32(len(callers)))
	if err != nil {
		return err
	}
	for row := range packet.Rows() {
		by := callers[row.Index]
		text, err := json.MarshalIndent(profile{defaultAction, []rule{{calls.names(by), "SCMP_ACT_ALLOW"}}}, "", "  ")
		if err != nil {
			return err
		}
		if err := advice.container.Set(row, by.container); err != nil {
			return err
		}
		if err := advice.comm.Set(row, by.comm); err != nil {
			return err
		}
		if err := advice.profile.Set(row, string(text)); err != nil {
			return err
		}
	}
	return packet.Emit()
}
