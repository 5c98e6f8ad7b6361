// A register's filter as typed, and as the door understands it.
import type { Kind, OrderState, RegisterFilter, RequestState } from '../../bindings/verbs';
import { dayStart } from '../../lib/time';

export class Filter {
  text = $state('');
  from = $state('');
  to = $state('');
  kind = $state<Kind | null>(null);
  orderState = $state<OrderState | null>(null);
  requestState = $state<RequestState | null>(null);

  get asked(): RegisterFilter {
    return {
      text: this.text,
      from: this.from ? dayStart(this.from, 0) : null,
      to: this.to ? dayStart(this.to, 1) : null,
      kind: this.kind,
      order_state: this.orderState,
      request_state: this.requestState,
    };
  }
}
