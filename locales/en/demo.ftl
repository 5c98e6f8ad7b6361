# The demo office of a build for trying out.
demo-offer = Just looking? Load a demo office with residents, work orders and calls in progress.
demo-play = Load the demo office
demo-playing = Loading…
demo-access = This is the demo office. Everyone’s password is “{ $password }” and the PIN is { $pin }; start with “{ $login }”, the property manager.
