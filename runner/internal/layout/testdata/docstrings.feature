Feature: Doc strings
 Scenario: s
  Given a
  """  yaml  
  apiVersion: v1
    kind: Pod
 less: indented
	tab: kept


     
  trailing: space   
  \"\"\"
  ```
  """
  Given b
		```
		tabs
		  and more
		```   
  Given c
    """
    """
  Given d
    """

    """ lost
