-- What repmgr wrote down about the cluster's nodes.
select node_id,
       upstream_node_id,
       node_name,
       type,
       active,
       priority,
       location,
       conninfo,
       extract(epoch from clock_timestamp() - statement_timestamp()) * 1000 as server_ms
  from repmgr.nodes
 order by node_id
