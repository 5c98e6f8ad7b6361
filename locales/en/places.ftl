# Places and residents.
places-kind-community = Community
places-kind-building = Building
places-kind-unit = Unit
places-kind-household = Household
places-kind-public-area = Public area
places-kind-facility = Facility

places-relation-owner = Owner
places-relation-tenant = Tenant
places-relation-family = Family member
places-relation-other = Other

places-found-by-room = room
places-found-by-phone = phone
places-found-by-name = name
places-found-by-initials = pinyin initials
