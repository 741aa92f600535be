/** For tests only: names in every place that a component has for them. */

/** One name of every sort that a component can hold, each marked, so that it can be made hostile. */
export const names: string = `(component
  (import "zq0" (func $f))
  (import "zq1" (instance (type $zt (enum "zq2" "zq3")) (export "zq4" (type (eq $zt))) (export "zq5" (func (param "zq6" 0)))))
  (type (record (field "zq7" u8)))
  (type (variant (case "zq8")))
  (type (flags "zq9"))
  (type (component (import "zqa" (func)) (export "zqb" (func))))
  (core type (module (import "zqc" "zqd" (func)) (export "zqe" (func))))
  (core module $m (import "zqf" "zqg" (func)) (memory (export "zqh") 1) (func (export "zqi")))
  (core func $l (canon lower (func $f)))
  (core instance $i (export "zqg" (func $l)))
  (core instance $j (instantiate $m (with "zqf" (instance $i))))
  (alias core export $j "zqi" (core func $k))
  (component $c
    (core module (import "zqj" "zqk" (func)) (func (export "zql")))
    (import "zqm" (func))
    (component (core module (func (export "zqn"))))
    (import "zqo" (core module (import "zqp" "zqq" (func)) (export "zqr" (func)))))
  (instance (export "zqs" (func $f)))
  (func (export "zqt") (canon lift (core func $k))))`;
