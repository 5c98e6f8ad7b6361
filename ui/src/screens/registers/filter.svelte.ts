// A register's filter as typed, and as the door understands it.
import type { Kind, OrderState, RegisterFilter, RegisterName, RequestState } from '../../bindings/verbs';
import { dayStart } from '../../lib/time';

export class Filter<S extends OrderState | RequestState> {
  text = $state('');
  from = $state('');
  to = $state('');
  kind = $state<Kind | null>(null);
  state = $state<S | null>(null);
  #register: RegisterName;

  constructor(register: RegisterName) {
    this.#register = register;
  }

  get asked(): RegisterFilter {
    const orders = this.#register === 'orders';
    return {
      text: this.text,
      from: this.from ? dayStart(this.from, 0) : null,
      to: this.to ? dayStart(this.to, 1) : null,
      kind: this.kind,
      order_state: orders ? (this.state as OrderState | null) : null,
      request_state: orders ? null : (this.state as RequestState | null),
    };
  }
}
