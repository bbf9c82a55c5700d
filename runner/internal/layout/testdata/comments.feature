#licence: as of the repository
#!keep
##########

#About the feature
@a   @b@c   #why
@d
# between tags and title

Feature:   All   places of a comment
   # below the title

     A description
	 # within it
       - indented more


     and its end

  Background:
  Given a


  Given b


    # of the table
  Given c:
  # still of the table

  |a|b|
  # in the table
  |c|d|
  # When a step is commented out
  # Then it stays with the steps

  #A scenario
  # in two lines
  Scenario: first
  # of the step

  When d

  # for itself

  Then e
    #And f
 @tag
 Scenario: second
    Given g
    """
# no comment
    """
# at the end of all
