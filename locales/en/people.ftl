# What people are called: a name, a family, a role, a kinship.
people-name = { $name }
people-family = family { $codes }
people-role =
    { $role ->
        [head] head
        [methodist] methodist
        [psychologist] psychologist
        [teacher] teacher
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
