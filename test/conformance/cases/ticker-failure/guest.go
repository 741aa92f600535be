package guest

import (
	"errors"
	"strconv"

	gadget "gadget-api/guest"
)

type counter struct {
	own   *gadget.Source
	tick  *gadget.Field[uint32]
	note  *gadget.Field[string]
	ticks uint32
	// Made by the first tick, emitted later.
	kept    *gadget.Packet
	another gadget.Timer
}

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		var count counter
		var err error
		if count.own, err = gadget.CreateSource("own", gadget.Events); err != nil {
			return err
		}
		if count.tick, err = gadget.AddField(count.own, "tick", gadget.Uint32); err != nil {
			return err
		}
		if count.note, err = gadget.AddField(count.own, "note", gadget.Text); err != nil {
			return err
		}
		_, err = gadget.Every(100, count.fail)
		return err
	}}
}

func (count *counter) fail() error {
	count.ticks++
	info("tick " + strconv.Itoa(int(count.ticks)))
	emitted, err := count.own.NewPacket(1)
	if err != nil {
		return err
	}
	if err := count.note.Set(emitted.Row(0), "undone"); err != nil {
		return err
	}
	if err := emitted.Emit(); err != nil {
		return err
	}
	if count.ticks == 2 {
		return errors.New("no more")
	}
	if count.kept, err = count.own.NewPacket(1); err != nil {
		return err
	}
	if err := count.tick.Set(count.kept.Row(0), count.ticks); err != nil {
		return err
	}
	if count.another, err = gadget.Every(60, count.emitKept); err != nil {
		return err
	}
	return &gadget.Error{Code: gadget.CodeLimitExceeded, Text: "not this time"}
}

func (count *counter) emitKept() error {
	info("made by the tick that failed,")
	if count.ticks == 1 {
		return nil
	}
	count.another.Cancel()
	if err := count.note.Set(count.kept.Row(0), "kept"); err != nil {
		return err
	}
	return count.kept.Emit()
}

func info(what string) {
	now := strconv.FormatUint(gadget.MonotonicClock()/1_000_000, 10)
	gadget.Log(gadget.LevelInfo, what+" at "+now)
}
