# The computer's clock and times typed late, answered for by a supervisor.
clock-title = A supervisor confirms the time
clock-login = Supervisor’s sign-in name
clock-password = Supervisor’s password
clock-reason = Reason
clock-reason-hint = Such as: closed for the new year; battery replaced and clock set; a paper of last week was forgotten
clock-go-on = Confirm and go on
clock-recorded = Recorded. Take the step once more.
clock-zone = This computer’s time zone is { $computer }, the office’s is { $office }; their clocks differ. Times in the program are always the office’s and may differ from those of the computer.
clock-jumps = The times of acts are out of order in { $n } places:
clock-jump-back = Act { $act } ({ $what }): after { $last } comes { $at }; time went back
clock-jump-ahead = Act { $act } ({ $what }): after { $last } comes { $at }; a gap of more than a week
clock-jump-reason = The supervisor’s reason: { $reason }
