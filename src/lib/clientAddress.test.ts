import { expect, it } from 'vitest'
import { clientAddress, networkOf } from './clientAddress'

it.each([
  // Nobody stands before the server: what a caller says is not believed.
  ['10.0.0.1', '', 0, '10.0.0.1'],
  ['10.0.0.1', '1.1.1.1', 0, '10.0.0.1'],
  ['10.0.0.1', '1.1.1.1', 1, '1.1.1.1'],
  ['10.0.0.1', '9.9.9.9, 1.1.1.1', 1, '1.1.1.1'],
  ['10.0.0.1', '9.9.9.9,1.1.1.1 , 10.0.0.2', 2, '1.1.1.1'],
  // Fewer than there should be: past the proxies.
  ['10.0.0.1', '', 2, '10.0.0.1'],
  ['10.0.0.1', '1.1.1.1', 5, '1.1.1.1'],
])('%s, forwarded for “%s”, behind %i: %s', (socket, forwarded, proxies, client) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(client)
})

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:4431', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:4431', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['', 'unknown'],
  ['localhost', 'unknown'],
])('%s is within %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
