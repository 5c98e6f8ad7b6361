// Short lists that many screens choose from: people, departments and deputies, read once and again when they change.
import type { DepartmentKind, Kind, Order, Role, Verbs } from '../bindings/verbs';
import { call } from './ipc';
import { Query } from './refresh.svelte';
import { session } from './session.svelte';
import { officeDay } from './time';

type People = Verbs['people.list']['out'];
type Departments = Verbs['departments.list']['out'];
type Deputies = Verbs['people.deputies']['out'];

/** What a list field offers. */
export interface Option {
  value: number;
  label: string;
}

const CREW: Role[] = ['worker', 'foreman'];
const LEADS: Role[] = ['foreman', 'department_head'];
const option = ({ id, name }: { id: number; name: string }): Option => ({ value: id, label: name });

/** Lists to choose from; made once by the shell of the window. */
export class Lists {
  people: Query<People>;
  departments: Query<Departments>;
  deputies: Query<Deputies>;

  constructor() {
    this.people = new Query(() => (session.token ? call('people.list', {}) : null), () => ['person', 'deputy']);
    this.departments = new Query(() => (session.token ? call('departments.list', {}) : null), () => ['department']);
    this.deputies = new Query(() => (session.token ? call('people.deputies', {}) : null), () => ['deputy']);
  }

  /** The active people. */
  active(): People {
    return (this.people.value ?? []).filter((p) => p.active);
  }

  /** A person's name, whether active or not. */
  person(id: number | null): string {
    return (this.people.value ?? []).find((p) => p.id === id)?.name ?? '';
  }

  withRole(roles: Role[]): Option[] {
    return this.active().filter((p) => p.roles.some((r) => roles.includes(r))).map(option);
  }

  /** Who may carry an order out; those of its department first. */
  crew(department: number | null): Option[] {
    const far = (p: People[number]) => Number(p.department_id !== department);
    const all = this.active().filter((p) => p.roles.some((r) => CREW.includes(r)));
    return all.sort((a, b) => far(a) - far(b)).map(option);
  }

  /**
   * Who may sign for the executing department: its heads and foremen, and those named as their deputies for any day
   * from the order's issue up to today; never its own worker.
   */
  supervisors(order: Order): Option[] {
    const leads = (id: number) =>
      (this.people.value ?? []).some((p) => p.id === id && p.department_id === order.department_id && p.roles.some((r) => LEADS.includes(r)));
    const [from, to] = [officeDay(order.issued_at), officeDay(Date.now())];
    const deputies = (this.deputies.value ?? [])
      .filter((d) => d.from_day <= to && d.to_day >= from && leads(d.principal_id))
      .map((d) => d.deputy_id);
    return this.active()
      .filter((p) => p.id !== order.worker_id && (leads(p.id) || deputies.includes(p.id)))
      .map(option);
  }

  openDepartments(): Option[] {
    return (this.departments.value ?? []).filter((d) => d.active).map(option);
  }

  /** The department that such work usually goes to. */
  usualDepartment(kind: Kind): number | null {
    const wanted: DepartmentKind[] = kind === 'service' ? ['cleaning', 'security', 'greening'] : ['engineering'];
    const all = (this.departments.value ?? []).filter((d) => d.active);
    return (all.find((d) => wanted.includes(d.kind)) ?? all.find((d) => d.kind !== 'desk'))?.id ?? null;
  }
}
