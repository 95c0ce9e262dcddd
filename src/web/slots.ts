export { fillSlots } from '../../client/slots.js';
