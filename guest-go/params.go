package gadget

import (
	"strconv"

	"gadget-api/guest/internal/bindings/imports/gadget_api_params"
)

// Param is a parameter as the operator gave it, or its default; false when there is neither. Available in every hook.
func Param(name string) (string, bool) {
	option := gadget_api_params.Get(validText(name))
	return option.Get()
}

// ParamOr is a parameter, or the fallback when it has no value.
func ParamOr(name, fallback string) string {
	if value, ok := Param(name); ok {
		return value
	}
	return fallback
}

// Parameter is one of [Params].
type Parameter struct{ Name, Value string }

// Params are all parameters that have a value, in the order of their declaration.
func Params() []Parameter {
	pairs := gadget_api_params.All()
	all := make([]Parameter, len(pairs))
	for index, pair := range pairs {
		all[index] = Parameter{pair.F0, pair.F1}
	}
	return all
}

func paramAs[T any](name string, fallback T, what string, parse func(text string) (T, bool)) (T, error) {
	text, ok := Param(name)
	if !ok {
		return fallback, nil
	}
	value, ok := parse(text)
	if !ok {
		return fallback, &Error{CodeOutOfRange, "parameter " + name + " is " + strconv.Quote(text) + ", not " + what}
	}
	return value, nil
}

// ParamInt is a parameter as a whole number. Fails with [ErrOutOfRange] when it is none.
func ParamInt(name string, fallback int64) (int64, error) {
	return paramAs(name, fallback, "a whole number", func(text string) (int64, bool) {
		value, err := strconv.ParseInt(text, 10, 64)
		return value, err == nil
	})
}

// ParamNumber is a parameter as a number, such as 0.25. Fails with [ErrOutOfRange] when it is none.
func ParamNumber(name string, fallback float64) (float64, error) {
	return paramAs(name, fallback, "a number", func(text string) (float64, bool) {
		value, err := strconv.ParseFloat(text, 64)
		return value, err == nil
	})
}

// ParamBool is a parameter as `true` or `false`. Fails with [ErrOutOfRange] when it is neither.
func ParamBool(name string, fallback bool) (bool, error) {
	return paramAs(name, fallback, "true or false", func(text string) (bool, bool) {
		return text == "true", text == "true" || text == "false"
	})
}

// ParamMilliseconds is a parameter as a duration in milliseconds, from a text such as `500ms`, `5s`, `1h30m` or `0`. Fails
// with [ErrOutOfRange] when it is none, or longer than the 49 days that [Every] takes.
func ParamMilliseconds(name string, fallback uint32) (uint32, error) {
	return paramAs(name, fallback, "a duration such as 5s", parseMilliseconds)
}

var units = []struct {
	name         string
	milliseconds float64
}{{"ms", 1}, {"s", 1000}, {"m", 60_000}, {"h", 3_600_000}, {"d", 86_400_000}}

func parseMilliseconds(text string) (uint32, bool) {
	if text == "0" {
		return 0, true
	}
	total := 0.0
	for rest := text; rest != ""; {
		digits := 0
		for digits < len(rest) && (rest[digits] == '.' || '0' <= rest[digits] && rest[digits] <= '9') {
			digits++
		}
		amount, err := strconv.ParseFloat(rest[:digits], 64)
		if err != nil || rest[0] == '.' || rest[digits-1] == '.' {
			return 0, false
		}
		letters := digits
		for letters < len(rest) && 'a' <= rest[letters] && rest[letters] <= 'z' {
			letters++
		}
		known := false
		for _, unit := range units {
			if unit.name == rest[digits:letters] {
				total += amount * unit.milliseconds
				known = true
			}
		}
		if !known {
			return 0, false
		}
		rest = rest[letters:]
	}
	return uint32(total), text != "" && total < 1<<32
}
