import { mount } from 'svelte';
import App from './App.svelte';
import { listen } from './lib/keys';
import { look } from './lib/look.svelte';
import { speak, words } from './lib/words.svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

look.apply();
speak(words.locale);
listen();

const target = document.getElementById('app');
if (target) mount(App, { target });
