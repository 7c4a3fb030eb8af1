-- PREPARE takes one statement only, plans nothing yet, and finds out the types of the parameters.
prepare watchkeeper_plan as :query
