// Where the screen is: `#/order/12`. The address is the history, so that going back works by key and by mouse.
function read(): string[] {
  const path = location.hash.replace(/^#\/?/, '');
  return path === '' ? ['workbench'] : path.split('/').map(decodeURIComponent);
}

class Route {
  path = $state.raw<string[]>(read());

  constructor() {
    addEventListener('hashchange', () => (this.path = read()));
  }

  /** Goes to an address at once. */
  to(address: string) {
    location.hash = address;
    this.path = read();
  }

  /** First part of the path: which screen. */
  get screen(): string {
    return this.path[0] ?? 'workbench';
  }

  /** Second part as a row's id. */
  get id(): number {
    return Number(this.path[1] ?? 0);
  }
}

export const route = new Route();

/** Goes to a screen, such as `go('order', 12)`. */
export function go(...path: (string | number)[]) {
  location.hash = '/' + path.map((p) => encodeURIComponent(String(p))).join('/');
}

export function href(...path: (string | number)[]): string {
  return '#/' + path.map((p) => encodeURIComponent(String(p))).join('/');
}
