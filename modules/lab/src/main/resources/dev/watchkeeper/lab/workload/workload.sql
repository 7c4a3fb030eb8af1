What the shop's applications do. Every ? is a number from 1 to 499.

-- name: place order
INSERT INTO orders (customer_id, product_id, state, total) VALUES (?, ?, 'placed', ?);

-- name: take from stock
UPDATE products SET stock = stock - 1 WHERE id = ?;

-- name: write log
INSERT INTO audit_log (actor, action, subject) VALUES ('checkout', 'order placed', 'customer ' || ?);

-- name: take job
UPDATE jobs SET done = true
WHERE id = (SELECT id FROM jobs WHERE NOT done ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED);

-- name: pay order
UPDATE orders SET state = 'paid' WHERE id = ?;

-- name: book
INSERT INTO ledger_entries (account, amount) VALUES ('sales', ?);

-- name: refill stock
UPDATE products SET stock = stock + 100 WHERE id = ? AND stock < 900;

-- name: reopen jobs
UPDATE jobs SET done = false WHERE done AND id < ?;

-- name: trim log
DELETE FROM audit_log WHERE at < now() - interval '20 minutes';

-- name: trim orders
DELETE FROM orders WHERE id > 10000 AND placed_at < now() - interval '20 minutes';

-- name: show product
SELECT name, price, stock FROM products WHERE id = ?;

-- name: list orders
SELECT id, state, total, placed_at FROM orders WHERE customer_id = ? ORDER BY placed_at DESC LIMIT 20;

-- name: find customer
SELECT id, name, email FROM customers WHERE email = 'customer' || ? || '@example.com';

-- name: track parcel
SELECT parcel, state, sent_at FROM shipments WHERE order_id = ? ORDER BY sent_at DESC LIMIT 5;

-- name: revenue
SELECT date_trunc('day', o.placed_at) AS day, c.country, count(*) AS orders, sum(o.total) AS revenue
FROM orders o JOIN customers c ON c.id = o.customer_id
WHERE o.placed_at > now() - interval '30 days'
GROUP BY 1, 2 ORDER BY 1, 4 DESC;
