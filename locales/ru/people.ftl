# Как называются люди: имя, семья, роль, родство.
people-name = { $name }
people-family = семья { $codes }
people-role =
    { $role ->
        [head] заведующий
        [methodist] старший воспитатель
        [psychologist] педагог-психолог
        [teacher] воспитатель
        [specialist] специалист
        [partner] партнёр
       *[parent] родитель
    }
people-kinship =
    { $kinship ->
        [guardian] опекун
        [relative] родственник
       *[parent] мама или папа
    }
