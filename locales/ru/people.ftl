# Как называются люди: имя, семья, роль, родство.
people-name = { $name }
people-name-apart = { $name } · { $mark }
people-family = семья { $codes }
people-role =
    { $role ->
        [head] { $kind ->
            [school] директор
           *[other] заведующий
        }
        [methodist] { $kind ->
            [school] завуч
           *[other] старший воспитатель
        }
        [psychologist] педагог-психолог
        [teacher] { $kind ->
            [school] учитель
           *[other] воспитатель
        }
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
people-group = { $emoji } { $name }
