// Short lists that many screens choose from: people and departments, read once and again when they change.
import type { Verbs } from '../bindings/verbs';
import { call } from './ipc';
import { Query } from './refresh.svelte';
import { session } from './session.svelte';

type People = Verbs['people.list']['out'];
type Departments = Verbs['departments.list']['out'];

/** Lists to choose from; made once by the shell of the window. */
export class Lists {
  people: Query<People>;
  departments: Query<Departments>;

  constructor() {
    this.people = new Query(() => (session.token ? call('people.list', {}) : null), () => ['person', 'deputy']);
    this.departments = new Query(() => (session.token ? call('departments.list', {}) : null), () => ['department']);
  }
}
