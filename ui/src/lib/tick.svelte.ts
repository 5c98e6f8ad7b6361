// The second hand: clocks on screen count from here; there is one timer for all of them.
class Tick {
  now = $state(Date.now());

  constructor() {
    setInterval(() => (this.now = Date.now()), 1000);
  }
}

export const tick = new Tick();
