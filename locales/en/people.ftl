# What people are called: a name, a family, a role, a kinship.
people-name = { $name }
people-name-apart = { $name } · { $mark }
people-family = family { $codes }
people-role =
    { $role ->
        [head] { $kind ->
            [school] headteacher
           *[other] head
        }
        [methodist] { $kind ->
            [school] deputy head
           *[other] methodist
        }
        [psychologist] psychologist
        [teacher] { $kind ->
            [school] teacher
           *[other] teacher
        }
        [specialist] specialist
        [partner] partner
       *[parent] parent
    }
people-kinship =
    { $kinship ->
        [guardian] guardian
        [relative] relative
       *[parent] mother or father
    }
people-group = { $emoji } { $name }
