// How the screen looks to this user: theme and text size, kept on this machine.
export type Theme = 'system' | 'light' | 'dark';

const dark = matchMedia('(prefers-color-scheme: dark)');

class Look {
  theme = $state<Theme>((localStorage.getItem('theme') as Theme | null) ?? 'system');
  /** Percent. */
  scale = $state(Number(localStorage.getItem('scale') ?? '100'));

  apply() {
    const shown = this.theme === 'system' ? (dark.matches ? 'dark' : 'light') : this.theme;
    document.documentElement.dataset.theme = shown;
    document.documentElement.style.setProperty('--scale', String(this.scale / 100));
  }

  choose(theme: Theme) {
    this.theme = theme;
    localStorage.setItem('theme', theme);
    this.apply();
  }

  size(percent: number) {
    this.scale = Math.min(200, Math.max(100, percent));
    localStorage.setItem('scale', String(this.scale));
    this.apply();
  }
}

export const look = new Look();
dark.addEventListener('change', () => look.apply());
