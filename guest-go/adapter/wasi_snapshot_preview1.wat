;; What Go's runtime asks of an operating system, answered without one. Gadgets import nothing of WASI.
;;
;; Time, chance and log lines come from gadget:api, by way of the gadget's own imports: the builder of
;; @gadget-api/host exports them from the gadget's module again, under the names imported here, and puts code in front of
;; three kinds of exports, so that
;; - the runtime starts with the first call, lifecycle.init, and not before: Go takes the seeds of its hash tables while it
;;   starts, and only then is there a host to ask for them;
;; - this module knows when the host waits for memory (cabi_realloc): it must not be called then, but Go may be collecting
;;   garbage, and wants to know the time;
;; - small amounts of memory for the host are cut off an arena, without Go.
;;
;; Memory from 4096 to 12288 is free: Go's linker leaves it to wasm_exec.js, which is not here.
;;   4096  two u64: the seeds
;;   4112  u32: how many calls of cabi_realloc are running
;;   4120  u32: start of what is left of the arena      4124  u32: its end      (internal/wit/runtime)
;;   4128  to 12288: a line of output that has not ended
;;
;; Output goes to the log line by line: standard output as info (2), standard error, and with it what the runtime says of
;; a fatal error, as warn (1). There are no files, no arguments, no environment. Nothing can wait: sleeping puts the clock
;; ahead until the host's has caught up.
(module
  (import "env" "memory" (memory 0))
  (import "__main_module__" "gadget-clock-wall" (func $host_wall (result i64)))
  (import "__main_module__" "gadget-clock-monotonic" (func $host_monotonic (result i64)))
  (import "__main_module__" "gadget-log" (func $host_log (param i32 i32 i32)))

  (global $random (mut i64) (i64.const 0))
  (global $seeded (mut i32) (i32.const 0))
  (global $wall (mut i64) (i64.const 0))
  ;; Go takes 0 for a broken clock.
  (global $monotonic (mut i64) (i64.const 1))
  (global $ahead (mut i64) (i64.const 0))
  (global $line (mut i32) (i32.const 4128))
  (global $level (mut i32) (i32.const 2))

  (func $may_call_host (result i32)
    (i32.eqz (i32.load (i32.const 4112))))

  ;; Takes the time from the host, if it can be called; else a nanosecond passes. It never goes back, and so may be ahead.
  (func $tick
    (local $now i64)
    (if (call $may_call_host)
      (then
        (local.set $now (call $host_monotonic))
        (if (i64.lt_u (global.get $monotonic) (local.get $now))
          (then (global.set $monotonic (local.get $now))))
        (global.set $ahead (i64.sub (global.get $monotonic) (local.get $now))))
      (else (call $pass (i64.const 1)))))

  ;; Wall time is ahead by as much as monotonic time is.
  (func $tick_wall
    (if (call $may_call_host)
      (then (global.set $wall (i64.add (call $host_wall) (global.get $ahead))))))

  (func $pass (param $nanoseconds i64)
    (global.set $monotonic (i64.add (global.get $monotonic) (local.get $nanoseconds)))
    (global.set $wall (i64.add (global.get $wall) (local.get $nanoseconds))))

  (func (export "clock_time_get") (param $id i32) (param $precision i64) (param $result i32) (result i32)
    (call $tick)
    (if (i32.eqz (local.get $id)) (then (call $tick_wall)))
    (i64.store (local.get $result)
      (select (global.get $monotonic) (global.get $wall) (local.get $id)))
    (i32.const 0))

  (func (export "clock_res_get") (param $id i32) (param $result i32) (result i32)
    (i64.store (local.get $result) (i64.const 1))
    (i32.const 0))

  ;; splitmix64, from the two seeds.
  (func $next_random (result i64)
    (local $z i64)
    (if (i32.eqz (global.get $seeded))
      (then
        (global.set $seeded (i32.const 1))
        (global.set $random
          (i64.xor (i64.load (i32.const 4096)) (i64.rotl (i64.load (i32.const 4104)) (i64.const 32))))))
    (global.set $random (i64.add (global.get $random) (i64.const 0x9e3779b97f4a7c15)))
    (local.set $z (i64.xor (global.get $random) (i64.load (i32.const 4104))))
    (local.set $z
      (i64.mul (i64.xor (local.get $z) (i64.shr_u (local.get $z) (i64.const 30))) (i64.const 0xbf58476d1ce4e5b9)))
    (local.set $z
      (i64.mul (i64.xor (local.get $z) (i64.shr_u (local.get $z) (i64.const 27))) (i64.const 0x94d049bb133111eb)))
    (i64.xor (local.get $z) (i64.shr_u (local.get $z) (i64.const 31))))

  (func (export "random_get") (param $at i32) (param $length i32) (result i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $at) (local.get $length)))
    (loop $bytes
      (if (i32.lt_u (local.get $at) (local.get $end))
        (then
          (i32.store8 (local.get $at) (i32.wrap_i64 (call $next_random)))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $bytes))))
    (i32.const 0))

  ;; How many bytes at this place are one character of UTF-8; 0 if it is none.
  (func $character (param $at i32) (param $end i32) (result i32)
    (local $first i32) (local $second i32) (local $length i32) (local $low i32) (local $high i32) (local $i i32)
    (local.set $first (i32.load8_u (local.get $at)))
    (if (i32.lt_u (local.get $first) (i32.const 0x80)) (then (return (i32.const 1))))
    (if (i32.lt_u (local.get $first) (i32.const 0xc2)) (then (return (i32.const 0))))
    (if (i32.gt_u (local.get $first) (i32.const 0xf4)) (then (return (i32.const 0))))
    (local.set $length
      (i32.add (i32.const 2)
        (i32.add
          (i32.ge_u (local.get $first) (i32.const 0xe0))
          (i32.ge_u (local.get $first) (i32.const 0xf0)))))
    (if (i32.gt_u (i32.add (local.get $at) (local.get $length)) (local.get $end)) (then (return (i32.const 0))))
    (local.set $low (i32.const 0x80))
    (local.set $high (i32.const 0xbf))
    (if (i32.eq (local.get $first) (i32.const 0xe0)) (then (local.set $low (i32.const 0xa0))))
    (if (i32.eq (local.get $first) (i32.const 0xed)) (then (local.set $high (i32.const 0x9f))))
    (if (i32.eq (local.get $first) (i32.const 0xf0)) (then (local.set $low (i32.const 0x90))))
    (if (i32.eq (local.get $first) (i32.const 0xf4)) (then (local.set $high (i32.const 0x8f))))
    (local.set $i (i32.const 1))
    (loop $rest
      (local.set $second (i32.load8_u (i32.add (local.get $at) (local.get $i))))
      (if (i32.lt_u (local.get $second) (local.get $low)) (then (return (i32.const 0))))
      (if (i32.gt_u (local.get $second) (local.get $high)) (then (return (i32.const 0))))
      (local.set $low (i32.const 0x80))
      (local.set $high (i32.const 0xbf))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $rest (i32.lt_u (local.get $i) (local.get $length))))
    (local.get $length))

  ;; Logs the line. The host takes nothing but UTF-8: other bytes become question marks.
  (func $flush
    (local $at i32) (local $length i32)
    (local.set $at (i32.const 4128))
    (loop $characters
      (if (i32.lt_u (local.get $at) (global.get $line))
        (then
          (local.set $length (call $character (local.get $at) (global.get $line)))
          (if (i32.eqz (local.get $length))
            (then
              (i32.store8 (local.get $at) (i32.const 63))
              (local.set $length (i32.const 1))))
          (local.set $at (i32.add (local.get $at) (local.get $length)))
          (br $characters))))
    (if (call $may_call_host)
      (then
        (call $host_log (global.get $level) (i32.const 4128) (i32.sub (global.get $line) (i32.const 4128)))
        (global.set $line (i32.const 4128)))))

  (func $put (param $byte i32)
    (if (i32.eq (local.get $byte) (i32.const 10))
      (then (call $flush) (return)))
    (if (i32.eq (global.get $line) (i32.const 12288))
      (then (call $flush)))
    ;; Full, and the host can't be called: lost.
    (if (i32.lt_u (global.get $line) (i32.const 12288))
      (then
        (i32.store8 (global.get $line) (local.get $byte))
        (global.set $line (i32.add (global.get $line) (i32.const 1))))))

  (func (export "fd_write") (param $fd i32) (param $vectors i32) (param $count i32) (param $written i32) (result i32)
    (local $at i32) (local $end i32) (local $level i32) (local $total i32)
    (if (i32.gt_u (i32.sub (local.get $fd) (i32.const 1)) (i32.const 1)) (then (return (i32.const 8))))
    (local.set $level (select (i32.const 2) (i32.const 1) (i32.eq (local.get $fd) (i32.const 1))))
    (if (i32.ne (local.get $level) (global.get $level))
      (then
        (if (i32.gt_u (global.get $line) (i32.const 4128)) (then (call $flush)))
        (global.set $level (local.get $level))))
    (loop $each
      (if (local.get $count)
        (then
          (local.set $at (i32.load (local.get $vectors)))
          (local.set $end (i32.add (local.get $at) (i32.load offset=4 (local.get $vectors))))
          (local.set $total (i32.add (local.get $total) (i32.load offset=4 (local.get $vectors))))
          (loop $bytes
            (if (i32.lt_u (local.get $at) (local.get $end))
              (then
                (call $put (i32.load8_u (local.get $at)))
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (br $bytes))))
          (local.set $vectors (i32.add (local.get $vectors) (i32.const 8)))
          (local.set $count (i32.sub (local.get $count) (i32.const 1)))
          (br $each))))
    (i32.store (local.get $written) (local.get $total))
    (i32.const 0))

  (func (export "proc_exit") (param $code i32)
    (if (i32.gt_u (global.get $line) (i32.const 4128)) (then (call $flush)))
    unreachable)
  (func (export "proc_raise") (param i32) (result i32) unreachable)
  (func (export "sched_yield") (result i32) (i32.const 0))

  ;; All timers that are asked for at once: the nearest goes off, and the clock is put ahead to it. What waits for files is
  ;; told that there are none.
  (func (export "poll_oneoff") (param $in i32) (param $out i32) (param $count i32) (param $events i32) (result i32)
    (local $i i32) (local $at i32) (local $wait i64) (local $nearest i64) (local $found i32)
    (call $tick)
    (call $tick_wall)
    (local.set $nearest (i64.const -1))
    (loop $look
      (if (i32.lt_u (local.get $i) (local.get $count))
        (then
          (local.set $wait
            (call $wait_of (i32.add (local.get $in) (i32.mul (local.get $i) (i32.const 48)))))
          (if (i64.lt_u (local.get $wait) (local.get $nearest)) (then (local.set $nearest (local.get $wait))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $look))))
    (local.set $i (i32.const 0))
    (loop $tell
      (if (i32.lt_u (local.get $i) (local.get $count))
        (then
          (local.set $at (i32.add (local.get $in) (i32.mul (local.get $i) (i32.const 48))))
          (if (i64.le_u (call $wait_of (local.get $at)) (local.get $nearest))
            (then
              (i64.store (local.get $out) (i64.load (local.get $at)))
              (i64.store offset=8 (local.get $out) (i64.const 0))
              (i64.store offset=16 (local.get $out) (i64.const 0))
              (i64.store offset=24 (local.get $out) (i64.const 0))
              (i32.store8 offset=10 (local.get $out) (i32.load8_u offset=8 (local.get $at)))
              (if (i32.load8_u offset=8 (local.get $at))
                (then (i32.store16 offset=8 (local.get $out) (i32.const 8))))
              (local.set $out (i32.add (local.get $out) (i32.const 32)))
              (local.set $found (i32.add (local.get $found) (i32.const 1)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $tell))))
    (if (local.get $found)
      (then (call $pass (local.get $nearest))))
    (i32.store (local.get $events) (local.get $found))
    (i32.const 0))

  ;; How long a subscription waits, in nanoseconds from now; 0 for all but clocks.
  (func $wait_of (param $at i32) (result i64)
    (local $until i64) (local $now i64)
    (if (i32.load8_u offset=8 (local.get $at)) (then (return (i64.const 0))))
    (local.set $until (i64.load offset=24 (local.get $at)))
    (if (i32.eqz (i32.and (i32.load16_u offset=40 (local.get $at)) (i32.const 1)))
      (then (return (local.get $until))))
    (local.set $now
      (select (global.get $monotonic) (global.get $wall) (i32.load offset=16 (local.get $at))))
    (if (i64.le_u (local.get $until) (local.get $now)) (then (return (i64.const 0))))
    (i64.sub (local.get $until) (local.get $now)))

  (func $two_zeros (param $first i32) (param $second i32) (result i32)
    (i32.store (local.get $first) (i32.const 0))
    (i32.store (local.get $second) (i32.const 0))
    (i32.const 0))
  (export "args_sizes_get" (func $two_zeros))
  (export "environ_sizes_get" (func $two_zeros))
  (func (export "args_get") (param i32 i32) (result i32) (i32.const 0))
  (func (export "environ_get") (param i32 i32) (result i32) (i32.const 0))

  ;; Standard output and error look like a terminal; there is nothing else. 8 is EBADF.
  (func (export "fd_fdstat_get") (param $fd i32) (param $result i32) (result i32)
    (if (i32.gt_u (local.get $fd) (i32.const 2)) (then (return (i32.const 8))))
    (i64.store (local.get $result) (i64.const 2))
    (i64.store offset=8 (local.get $result) (i64.const 0))
    (i64.store offset=16 (local.get $result) (i64.const 0))
    (i32.const 0))
  (func (export "fd_fdstat_set_flags") (param i32 i32) (result i32) (i32.const 8))
  (func (export "fd_fdstat_set_rights") (param i32 i64 i64) (result i32) (i32.const 8))
  (func (export "fd_advise") (param i32 i64 i64 i32) (result i32) (i32.const 8))
  (func (export "fd_allocate") (param i32 i64 i64) (result i32) (i32.const 8))
  (func (export "fd_close") (param i32) (result i32) (i32.const 8))
  (func (export "fd_datasync") (param i32) (result i32) (i32.const 8))
  (func (export "fd_filestat_get") (param i32 i32) (result i32) (i32.const 8))
  (func (export "fd_filestat_set_size") (param i32 i64) (result i32) (i32.const 8))
  (func (export "fd_filestat_set_times") (param i32 i64 i64 i32) (result i32) (i32.const 8))
  (func (export "fd_pread") (param i32 i32 i32 i64 i32) (result i32) (i32.const 8))
  (func (export "fd_prestat_get") (param i32 i32) (result i32) (i32.const 8))
  (func (export "fd_prestat_dir_name") (param i32 i32 i32) (result i32) (i32.const 8))
  (func (export "fd_pwrite") (param i32 i32 i32 i64 i32) (result i32) (i32.const 8))
  (func (export "fd_read") (param i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "fd_readdir") (param i32 i32 i32 i64 i32) (result i32) (i32.const 8))
  (func (export "fd_renumber") (param i32 i32) (result i32) (i32.const 8))
  (func (export "fd_seek") (param i32 i64 i32 i32) (result i32) (i32.const 8))
  (func (export "fd_sync") (param i32) (result i32) (i32.const 8))
  (func (export "fd_tell") (param i32 i32) (result i32) (i32.const 8))
  (func (export "path_create_directory") (param i32 i32 i32) (result i32) (i32.const 8))
  (func (export "path_filestat_get") (param i32 i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "path_filestat_set_times") (param i32 i32 i32 i32 i64 i64 i32) (result i32) (i32.const 8))
  (func (export "path_link") (param i32 i32 i32 i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "path_open") (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32) (i32.const 8))
  (func (export "path_readlink") (param i32 i32 i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "path_remove_directory") (param i32 i32 i32) (result i32) (i32.const 8))
  (func (export "path_rename") (param i32 i32 i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "path_symlink") (param i32 i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "path_unlink_file") (param i32 i32 i32) (result i32) (i32.const 8))
  ;; Not of WASI: that a gadget imports it is how the builder knows that the gadget wants to hear of lost rows.
  (func (export "gadget-hear-losses"))

  (func (export "sock_accept") (param i32 i32 i32) (result i32) (i32.const 8))
  (func (export "sock_recv") (param i32 i32 i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "sock_send") (param i32 i32 i32 i32 i32) (result i32) (i32.const 8))
  (func (export "sock_shutdown") (param i32 i32) (result i32) (i32.const 8)))
