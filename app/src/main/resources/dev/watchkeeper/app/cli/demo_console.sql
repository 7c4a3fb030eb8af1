-- Orders by state and country: what is stuck, and where?
select o.state,
       c.country,
       count(*) as orders,
       sum(o.total) as total,
       round(avg(o.total), 2) as mean,
       max(o.placed_at)::timestamp(0) as newest
  from orders o
  join customers c on c.id = o.customer_id
 group by o.state, c.country
 order by o.state, orders desc;
